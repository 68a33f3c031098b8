package io.keentill.sandbox.recurring;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.recurring.Usage.Owner;
import io.keentill.sandbox.shop.Catalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Usage on subscriptions. An item whose product has a {@code usage_meter_id} bills what that meter measured for the
 * subscription, at the meter's newest price in the subscription's currency.
 */
final class Metered {
    private Metered() {}

    /** The meters that a subscription bills, by the product that names them. */
    static Map<ObjectNode, @Nullable String> meters(Work work, ObjectNode subscription) {
        Map<ObjectNode, @Nullable String> meters = new LinkedHashMap<>();
        for (ObjectNode item : SubscriptionItems.of(work, subscription)) {
            ObjectNode product = work.find(Catalogue.PRODUCT, Json.text(item, "product_id"));
            ObjectNode meter = product == null ? null : work.find(Meters.METER, Json.text(product, "usage_meter_id"));
            if (meter != null) {
                meters.putIfAbsent(meter, Json.text(item, "product_id"));
            }
        }
        return meters;
    }

    static boolean isMetered(Work work, ObjectNode subscription) {
        return !meters(work, subscription).isEmpty();
    }

    /** The customer's oldest live subscription that bills one of the meters. */
    static @Nullable ObjectNode billing(Work work, ObjectNode customer, List<ObjectNode> wanted) {
        for (ObjectNode subscription : live(work, Json.need(customer, "id"))) {
            if (meters(work, subscription).keySet().stream().anyMatch(wanted::contains)) {
                return subscription;
            }
        }
        return null;
    }

    /** A customer's subscriptions that have neither been canceled nor run out, oldest first. */
    static List<ObjectNode> live(Work work, String customer) {
        return Query.of(Subscriptions.SUBSCRIPTION)
                .where("customer_id", customer)
                .whereIn("status", "active", "past_due", "trialing", "paused")
                .oldestFirst()
                .all(work.tx());
    }

    /** What a subscription owes for what was used from {@code start} until just before {@code end}. */
    static List<Line> lines(Work work, ObjectNode subscription, Instant start, Instant end) {
        List<Line> lines = new ArrayList<>();
        meters(work, subscription).forEach((meter, product) -> {
            BigDecimal used = used(work, subscription, meter, start, end);
            long amount = MeterPrices.paid(work, Json.need(meter, "id"), Json.need(subscription, "currency"), start)
                    .map(price -> Rate.of(price).charge(used))
                    .orElse(0L);
            if (amount > 0) {
                lines.add(new Line(Json.need(meter, "name"), product, used, amount));
            }
        });
        return lines;
    }

    /** What a meter measured for one subscription. */
    static BigDecimal used(Work work, ObjectNode subscription, ObjectNode meter, Instant start, Instant end) {
        Owner owner = new Owner(null, Json.need(subscription, "id"));
        return Usage.measure(work, meter, owner, start, end).value();
    }
}
