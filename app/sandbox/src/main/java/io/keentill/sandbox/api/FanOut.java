package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Queues an event for the webhook endpoints that listen to it (API reference B.27), in the event's own transaction. */
public final class FanOut {
    /** The kind of stored webhook endpoints. */
    public static final String ENDPOINT = "webhook_endpoint";
    /** The kind of stored deliveries. */
    public static final String DELIVERY = "webhook_delivery";
    /** The signal that something new waits to be delivered. */
    public static final String SIGNAL = "webhooks";
    /** When a pending delivery is due, in milliseconds since 1970. */
    public static final String DUE = "_deliver_at";
    /** Attempts before a delivery is given up: at once and after 5 min, 30 min, 2 h, 8 h, 24 h (ruling H 28). */
    public static final int ATTEMPTS = 6;

    private static final String OLDER = "billing.";

    private FanOut() {}

    /** Queues {@code event} for every enabled endpoint that listens to it; how many these are. */
    public static int queue(Work work, ObjectNode event) {
        List<ObjectNode> endpoints =
                Query.of(ENDPOINT).where("status", "enabled").all(work.tx());
        int queued = 0;
        for (ObjectNode endpoint : endpoints) {
            if (listens(endpoint, Json.need(event, "type"))) {
                queue(work, event, endpoint);
                queued++;
            }
        }
        return queued;
    }

    /** Whether the endpoint wants events of this type: by its exact name, by {@code group.*}, or by {@code *}. */
    public static boolean listens(ObjectNode endpoint, String type) {
        for (JsonNode wanted : endpoint.get("enabled_events")) {
            if (covers(wanted.stringValue(), type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a subscription to {@code wanted} covers {@code type}; terminal events have two names (ruling H 10). */
    public static boolean covers(String wanted, String type) {
        String pattern = wanted.startsWith(OLDER + "terminal_") ? wanted.substring(OLDER.length()) : wanted;
        boolean all = pattern.equals("*");
        boolean group = pattern.endsWith(".*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
        return all || group || pattern.equals(type);
    }

    /** The name under which a terminal event was known up to April 2026; other types have only one. */
    public static String olderName(String type) {
        return type.startsWith("terminal_") ? OLDER + type : type;
    }

    private static void queue(Work work, ObjectNode event, ObjectNode endpoint) {
        ObjectNode delivery = work.draft(DELIVERY).put("endpoint_id", Json.need(endpoint, "id"));
        delivery.put("event_id", Json.need(event, "id")).put("event_type", Json.need(event, "type"));
        delivery.put("status", "pending").put("attempts", 0).put("max_attempts", ATTEMPTS);
        for (String later :
                List.of("last_status_code", "last_error", "last_error_code", "last_duration_ms", "last_attempt_at")) {
            delivery.putNull(later);
        }
        delivery.put("next_retry_at", work.nowText()).putNull("delivered_at");
        delivery.putNull("dead_lettered_at").putNull("dead_letter_reason");
        delivery.put("created_at", work.nowText()).put("updated_at", work.nowText());
        delivery.put(DUE, work.now().toEpochMilli());
        work.insert(DELIVERY, delivery);
        endpoint.put("total_deliveries", Json.whole(endpoint, "total_deliveries") + 1);
        work.save(ENDPOINT, endpoint);
        work.tx().signal(SIGNAL);
    }
}
