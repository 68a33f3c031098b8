package io.keentill.sandbox.recurring;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds up usage events as their meter says: sum, count, count_unique, max or last. */
final class Usage {
    /** The kind of stored usage events. */
    static final String EVENT = "usage_event";

    /** Which meters an event counts for: their ids, in one text. */
    static final String METERS = "_meters";

    /** When it was used, in milliseconds since 1970. */
    static final String AT = "_at";

    private Usage() {}

    /**
     * What a meter has measured.
     *
     * @param value in the meter's unit
     * @param events how many events made it
     * @param last when the newest of them was, null when there is none
     */
    record Measured(BigDecimal value, int events, @Nullable String last) {}

    /** Whose events are meant; null means anybody's. */
    record Owner(@Nullable String customer, @Nullable String subscription) {
        static final Owner ANYBODY = new Owner(null, null);
    }

    /** What {@code meter} measured for {@code owner} from {@code start} until just before {@code end}. */
    static Measured measure(Work work, ObjectNode meter, Owner owner, Instant start, Instant end) {
        List<ObjectNode> events = events(work, meter, owner, start, end);
        boolean gauge = List.of("last", "max").contains(Json.need(meter, "aggregation"));
        if (events.isEmpty() && gauge && Json.yes(meter, "carry_forward")) {
            List<ObjectNode> before = events(work, meter, owner, Instant.EPOCH, start);
            return new Measured(value(meter, before), 0, null);
        }
        String last = events.isEmpty() ? null : Json.text(newest(events), "timestamp");
        return new Measured(value(meter, events), events.size(), last);
    }

    /** The quantity that one event brings to {@code meter}; nothing when its metadata lacks a number to count. */
    static BigDecimal quantity(ObjectNode meter, JsonNode event) {
        String key = Json.text(meter, "value_key");
        if (key == null) {
            BigDecimal quantity = Numbers.of(event.path("quantity"));
            return quantity == null ? BigDecimal.ONE : quantity;
        }
        BigDecimal value = Numbers.of(event.path("metadata").path(key));
        return value == null ? BigDecimal.ZERO : value;
    }

    private static List<ObjectNode> events(Work work, ObjectNode meter, Owner owner, Instant start, Instant end) {
        Query query = Query.of(EVENT)
                .containing(Json.need(meter, "id"), List.of(METERS))
                .atLeast(AT, start.toEpochMilli())
                .below(AT, end.toEpochMilli())
                .oldestFirst();
        if (owner.customer() != null) {
            query.where("customer_id", owner.customer());
        }
        if (owner.subscription() != null) {
            query.where("subscription_id", owner.subscription());
        }
        return query.all(work.tx());
    }

    private static BigDecimal value(ObjectNode meter, List<ObjectNode> events) {
        return switch (Json.need(meter, "aggregation")) {
            case "sum" -> events.stream().map(event -> quantity(meter, event)).reduce(BigDecimal.ZERO, BigDecimal::add);
            case "count" -> BigDecimal.valueOf(events.size());
            case "count_unique" -> BigDecimal.valueOf(unique(meter, events));
            case "max" ->
                events.stream()
                        .map(event -> quantity(meter, event))
                        .reduce(BigDecimal::max)
                        .orElse(BigDecimal.ZERO);
            case "last" -> events.isEmpty() ? BigDecimal.ZERO : quantity(meter, newest(events));
            default -> throw new IllegalStateException("unknown aggregation");
        };
    }

    private static int unique(ObjectNode meter, List<ObjectNode> events) {
        String key = Json.need(meter, "unique_count_key");
        Set<JsonNode> seen = new HashSet<>();
        for (ObjectNode event : events) {
            JsonNode value = event.path("metadata").path(key);
            if (!value.isMissingNode() && !value.isNull()) {
                seen.add(value);
            }
        }
        return seen.size();
    }

    /** The latest by time of use; of several at one moment, the one that arrived last. */
    private static ObjectNode newest(List<ObjectNode> events) {
        ObjectNode newest = events.getFirst();
        for (ObjectNode event : events) {
            if (Json.whole(event, AT) >= Json.whole(newest, AT)) {
                newest = event;
            }
        }
        return newest;
    }
}
