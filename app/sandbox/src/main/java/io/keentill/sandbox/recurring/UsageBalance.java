package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.recurring.Usage.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was used in the current period and what it will cost (API reference B.25). A meter that no subscription bills is
 * shown for the calendar month when the customer has used it.
 */
final class UsageBalance {
    private UsageBalance() {}

    /** A meter for one owner and period. */
    private record Part(
            ObjectNode meter, Owner owner, @Nullable String currency, Instant start, Instant end) {}

    static Resource balance() {
        return Resource.of("usage_balance", "/usage/balance")
                .scopes("usage")
                .errors(ErrorShape.E9)
                .endpoint("GET", "/usage/balance", Shape.EMPTY, UsageBalance::answer);
    }

    private static Reply answer(Call call) {
        Work work = call.work();
        List<ObjectNode> subscriptions = new ArrayList<>();
        @Nullable String customer = customer(call, subscriptions);
        @Nullable String wanted = call.param("meter_id");
        List<Part> parts = new ArrayList<>();
        for (ObjectNode subscription : subscriptions) {
            for (ObjectNode meter : Metered.meters(work, subscription).keySet()) {
                parts.add(new Part(
                        meter,
                        new Owner(null, Json.need(subscription, "id")),
                        Json.need(subscription, "currency"),
                        Times.need(subscription, "current_period_start"),
                        Times.need(subscription, "current_period_end")));
            }
        }
        if (customer != null) {
            parts.addAll(unbilled(work, customer, parts));
        }
        parts.removeIf(part -> wanted != null && !wanted.equals(Json.text(part.meter(), "id")));
        return Reply.of(200, sum(work, parts));
    }

    /** The customer meant, null when a subscription was named; fills in the subscriptions meant. */
    private static @Nullable String customer(Call call, List<ObjectNode> subscriptions) {
        Work work = call.work();
        String subscription = call.param("subscription_id");
        if (subscription != null) {
            ObjectNode found = work.find(Subscriptions.SUBSCRIPTION, subscription);
            if (found == null) {
                throw Refusal.invalid("subscription_id", "No such subscription: " + subscription + ".");
            }
            subscriptions.add(found);
            return null;
        }
        ObjectNode customer = UsageIntake.find(work, call.param("customer_id"), call.param("external_customer_id"));
        if (customer == null) {
            throw Refusal.invalid(
                    "customer_id", "A balance needs subscription_id, customer_id or external_customer_id.");
        }
        subscriptions.addAll(Metered.live(work, Json.need(customer, "id")));
        return Json.need(customer, "id");
    }

    private static List<Part> unbilled(Work work, String customer, List<Part> billed) {
        YearMonth month = YearMonth.from(work.now().atZone(ZoneOffset.UTC));
        Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Owner owner = new Owner(customer, null);
        return Query.of(Meters.METER).oldestFirst().all(work.tx()).stream()
                .filter(meter -> billed.stream().noneMatch(part -> part.meter().equals(meter)))
                .filter(meter -> Usage.measure(work, meter, owner, start, end).events() > 0)
                .map(meter -> new Part(meter, owner, null, start, end))
                .toList();
    }

    private static ObjectNode sum(Work work, List<Part> parts) {
        ObjectNode body = Json.object().put("object", "usage_balance");
        ArrayNode meters = body.putArray("meters");
        long amount = 0;
        Long cost = null;
        String currency = null;
        for (Part part : parts) {
            ObjectNode line = line(work, part);
            meters.add(line);
            amount = Math.addExact(amount, Json.whole(line, "estimated_amount_minor"));
            if (Json.has(line, "total_cost_minor")) {
                cost = Math.addExact(cost == null ? 0 : cost, Json.whole(line, "total_cost_minor"));
            }
            currency = currency == null ? Json.text(line, "currency") : currency;
        }
        body.put("total_estimated_amount_minor", amount).put("total_cost_minor", cost);
        return body.put("currency", currency == null ? "USD" : currency);
    }

    private static ObjectNode line(Work work, Part part) {
        String id = Json.need(part.meter(), "id");
        Optional<ObjectNode> price = MeterPrices.paid(work, id, part.currency(), part.start());
        Optional<Rate> rate = price.map(Rate::of);
        BigDecimal used = Usage.measure(work, part.meter(), part.owner(), part.start(), part.end())
                .value();
        BigDecimal included = rate.map(Rate::included).orElse(BigDecimal.ZERO);
        long amount = rate.map(known -> known.charge(used)).orElse(0L);
        @Nullable Long cost = rate.map(known -> known.cost(used)).orElse(null);
        ObjectNode line = Json.object().put("meter_id", id).put("meter_name", Json.need(part.meter(), "name"));
        Json.copy(part.meter(), line, "unit_name");
        Numbers.put(line, "current_value", used);
        Numbers.put(line, "included_quantity", included);
        Numbers.put(line, "used_quantity", used);
        Numbers.put(line, "remaining_included", included.subtract(used).max(BigDecimal.ZERO));
        Numbers.put(line, "overage_quantity", used.subtract(included).max(BigDecimal.ZERO));
        line.put("estimated_amount_minor", amount).put("total_cost_minor", cost);
        line.put("margin_minor", cost == null ? null : Long.valueOf(amount - cost));
        String currency = price.map(known -> Json.text(known, "currency")).orElse(part.currency());
        line.put("currency", currency == null ? "USD" : currency.toUpperCase(Locale.ROOT));
        return line.put("period_start", Times.text(part.start())).put("period_end", Times.text(part.end()));
    }
}
