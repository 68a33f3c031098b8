package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.number;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;

import io.keentill.sandbox.api.FieldCheck;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Customers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges one usage event: who used what, for which meters, and whether it counts. Changes nothing. */
final class UsageIntake {
    /** The kind under which used idempotency keys are stored; their id is the key. */
    static final String KEY = "usage_key";

    static final Shape EVENT = Shape.of(
            text("name", 255).must(),
            text("customer_id", 255),
            text("external_customer_id", 255),
            text("subscription_id", 255),
            text("meter_id", 255),
            number("quantity", 0, 1e15).or(1),
            time("timestamp"),
            text("idempotency_key", 255),
            map("metadata"));

    /** A clock may run ahead of ours by this much. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private UsageIntake() {}

    /** What becomes of an event. */
    enum Fate {
        /** It counts. */
        INGESTED,
        /** Its idempotency key was seen before. */
        DUPLICATE,
        /** No meter wants it. */
        SKIPPED,
        /** It cannot be right. */
        FAILED
    }

    /**
     * A judged event.
     *
     * @param fate what becomes of it
     * @param reason why it does not count, null when it does
     * @param input the checked event
     * @param customer whose it is, null when unknown
     * @param subscription what it is billed with, null for none
     * @param meters which meters it counts for
     * @param matched which meters listen to its name
     * @param at when it was used
     */
    record Verdict(
            Fate fate,
            @Nullable String reason,
            ObjectNode input,
            @Nullable ObjectNode customer,
            @Nullable ObjectNode subscription,
            List<ObjectNode> meters,
            List<ObjectNode> matched,
            Instant at) {

        /** The quantity for the first meter that it counts for. */
        BigDecimal quantity() {
            return meters.isEmpty() ? BigDecimal.ZERO : Usage.quantity(meters.getFirst(), input);
        }
    }

    /** Judges an event whose fields were checked by {@link #EVENT}. */
    static Verdict judge(Work work, ObjectNode input) {
        String time = Json.text(input, "timestamp");
        Instant at = time == null ? work.now() : FieldCheck.moment(time);
        List<ObjectNode> matched = matched(work, input);
        JsonNode metadata = input.path("metadata");
        List<ObjectNode> meters = matched.stream()
                .filter(meter -> MeterFilter.passes(meter, metadata))
                .toList();
        String key = Json.text(input, "idempotency_key");
        ObjectNode seen = work.find(KEY, key);
        if (seen != null) {
            return new Verdict(
                    Fate.DUPLICATE,
                    "This idempotency_key was ingested before.",
                    input,
                    null,
                    null,
                    meters,
                    matched,
                    at);
        }
        try {
            ObjectNode subscription = named(work, input);
            ObjectNode customer = customer(work, input, subscription);
            ObjectNode billed = subscription == null ? Metered.billing(work, customer, meters) : subscription;
            refuseUntimely(work, billed, at);
            String reason = meters.isEmpty() ? unwanted(matched, input) : null;
            Fate fate = reason == null ? Fate.INGESTED : Fate.SKIPPED;
            return new Verdict(fate, reason, input, customer, billed, meters, matched, at);
        } catch (Refusal refusal) {
            return new Verdict(Fate.FAILED, refusal.said(), input, null, null, meters, matched, at);
        }
    }

    private static List<ObjectNode> matched(Work work, ObjectNode input) {
        String meter = Json.text(input, "meter_id");
        List<ObjectNode> listening = new ArrayList<>(Meters.listening(work, Json.need(input, "name")));
        listening.removeIf(one -> meter != null && !meter.equals(Json.text(one, "id")));
        return listening;
    }

    private static @Nullable ObjectNode named(Work work, ObjectNode input) {
        String id = Json.text(input, "subscription_id");
        ObjectNode subscription = work.find(Subscriptions.SUBSCRIPTION, id);
        if (id != null && subscription == null) {
            throw Refusal.invalid("subscription_id", "No such subscription: " + id + ".");
        }
        return subscription;
    }

    private static ObjectNode customer(Work work, ObjectNode input, @Nullable ObjectNode subscription) {
        ObjectNode customer = find(work, Json.text(input, "customer_id"), Json.text(input, "external_customer_id"));
        if (subscription == null) {
            if (customer == null) {
                throw Refusal.invalid(
                        "customer_id", "An event needs customer_id, external_customer_id or subscription_id.");
            }
            return customer;
        }
        ObjectNode owner = work.find(Customers.CUSTOMER, Json.text(subscription, "customer_id"));
        if (customer != null && !customer.path("id").equals(subscription.path("customer_id"))) {
            throw Refusal.invalid("subscription_id", "This subscription belongs to another customer.");
        }
        if (owner == null) {
            throw Refusal.invalid("subscription_id", "The customer of this subscription is gone.");
        }
        return owner;
    }

    /** The customer with this id or foreign id; null when neither is given, a refusal when there is none. */
    static @Nullable ObjectNode find(Work work, @Nullable String id, @Nullable String externalId) {
        if (id != null) {
            ObjectNode customer = work.find(Customers.CUSTOMER, id);
            if (customer == null) {
                throw Refusal.invalid("customer_id", "No such customer: " + id + ".");
            }
            return customer;
        }
        if (externalId == null) {
            return null;
        }
        return Query.of(Customers.CUSTOMER)
                .where("external_id", externalId)
                .first(work.tx())
                .orElseThrow(() ->
                        Refusal.invalid("external_customer_id", "No customer has the external id " + externalId + "."));
    }

    private static void refuseUntimely(Work work, @Nullable ObjectNode subscription, Instant at) {
        if (at.isAfter(work.now().plus(AHEAD))) {
            throw Refusal.invalid("timestamp", "This time is in the future.");
        }
        if (subscription != null && at.isBefore(Times.need(subscription, "current_period_start"))) {
            throw Refusal.invalid("timestamp", "The billing period of this time is over and was invoiced.");
        }
    }

    private static String unwanted(List<ObjectNode> matched, ObjectNode input) {
        return matched.isEmpty()
                ? "No active meter listens to " + Json.need(input, "name") + "."
                : "The meter's filter conditions do not hold.";
    }
}
