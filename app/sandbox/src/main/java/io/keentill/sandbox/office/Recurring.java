package io.keentill.sandbox.office;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.recurring.Subscriptions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Monthly recurring revenue: what the live subscriptions bring in a month of a twelfth of a year. How a subscription
 * stood at an earlier moment is its state of today with the changes since then taken back, which its events tell.
 */
final class Recurring {
    /** The kind of stored subscriptions. */
    static final String SUBSCRIPTION = "subscription";

    private static final Set<String> LIVE = Set.of("active", "past_due");

    private Recurring() {}

    /**
     * Two months compared, in minor units.
     *
     * @param gained of subscriptions that were not live a month before
     * @param churned of subscriptions that are not live any more, above zero
     * @param expansion of subscriptions that grew
     * @param contraction of subscriptions that shrank, above zero
     */
    record Summary(
            double current, double previous, double gained, double churned, double expansion, double contraction) {}

    /** The month up to {@code asOf} against the one before. */
    static Summary summary(Tx tx, Instant asOf) {
        Instant before = asOf.atOffset(ZoneOffset.UTC).minusMonths(1).toInstant();
        double current = 0;
        double previous = 0;
        double gained = 0;
        double churned = 0;
        double expansion = 0;
        double contraction = 0;
        Map<String, List<ObjectNode>> changes = changes(tx);
        for (ObjectNode subscription : Query.of(SUBSCRIPTION).all(tx)) {
            List<ObjectNode> own = changes.getOrDefault(Json.need(subscription, "id"), List.of());
            double now = monthly(at(subscription, own, asOf));
            double then = monthly(at(subscription, own, before));
            current += now;
            previous += then;
            if (then == 0) {
                gained += now;
            } else if (now == 0) {
                churned += then;
            } else {
                expansion += Math.max(0, now - then);
                contraction += Math.max(0, then - now);
            }
        }
        return new Summary(current, previous, gained, churned, expansion, contraction);
    }

    /** What a subscription brings in a month; 0 when it is not live (or null). */
    static double monthly(@Nullable ObjectNode subscription) {
        if (subscription == null || !LIVE.contains(Json.text(subscription, "status"))) {
            return 0;
        }
        long amount = Subscriptions.periodAmount(subscription);
        long every = Math.max(1, Json.whole(subscription, "_interval_count"));
        double perMonth = switch (String.valueOf(Json.text(subscription, "billing_interval"))) {
            case "day" -> 365 / 12.0;
            case "week" -> 365 / 84.0;
            case "quarter" -> 1 / 3.0;
            case "half_year" -> 1 / 6.0;
            case "year" -> 1 / 12.0;
            default -> 1;
        };
        return amount * perMonth / every;
    }

    /** The changes of each subscription, newest first. */
    private static Map<String, List<ObjectNode>> changes(Tx tx) {
        Map<String, List<ObjectNode>> changes = new HashMap<>();
        for (ObjectNode event :
                Query.of(EventLog.KIND).whereNotNull("_subscription_id").all(tx)) {
            JsonNode object = event.path("data").path("object");
            if (Json.need(event, "type").startsWith("subscription.") && Json.has(object, "id")) {
                changes.computeIfAbsent(Json.need(object, "id"), id -> new java.util.ArrayList<>())
                        .add(event);
            }
        }
        return changes;
    }

    /** The subscription as it stood at a moment, null when it did not exist yet. */
    private static @Nullable ObjectNode at(ObjectNode subscription, List<ObjectNode> newestFirst, Instant moment) {
        if (Moments.of(Json.need(subscription, "created_at")).isAfter(moment)) {
            return null;
        }
        ObjectNode then = subscription.deepCopy();
        for (ObjectNode event : newestFirst) {
            boolean later = Json.whole(event, "created") > moment.getEpochSecond();
            if (later && event.path("data").path("previous_attributes") instanceof ObjectNode former) {
                then.setAll(former);
            }
        }
        return then;
    }
}
