package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes events (API reference B.26): what changed, to what, and what it was before. */
public final class EventLog {
    /** The kind under which events are stored. */
    public static final String KIND = "event";

    private static final String[] SUBJECTS = {"customer_id", "invoice_id", "order_id", "subscription_id"};

    private EventLog() {}

    /** Writes an event about {@code object} as it is now. */
    public static void write(Work work, String type, ObjectNode object) {
        write(work, type, object, Json.object());
    }

    /** Writes an event about {@code object} as it is now, with the former values of what changed. */
    public static void write(Work work, String type, ObjectNode object, ObjectNode previous) {
        record(work, type, object, previous);
    }

    /** As {@link #write}, and gives the event. */
    public static ObjectNode record(Work work, String type, ObjectNode object, ObjectNode previous) {
        ObjectNode event = work.draft("event").put("type", type);
        ObjectNode data = event.putObject("data");
        ObjectNode shown = Resource.visible(object);
        data.set("object", shown);
        data.set("previous_attributes", previous);
        request(work, event);
        event.put("pending_webhooks", FanOut.queue(work, event)).put("api_version", Versions.CURRENT);
        event.put("livemode", false).put("created", work.now().getEpochSecond());
        for (String subject : SUBJECTS) {
            event.put("_" + subject, subject(type, subject, shown));
        }
        work.insert(KIND, event);
        return event;
    }

    /** The former values of the fields that differ between two states of an object. */
    public static ObjectNode changed(ObjectNode before, ObjectNode after) {
        ObjectNode former = Json.object();
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            boolean inside = field.getKey().startsWith("_") || field.getKey().equals("updated_at");
            if (!inside && !field.getValue().equals(after.get(field.getKey()))) {
                former.set(field.getKey(), field.getValue());
            }
        }
        return former;
    }

    private static void request(Work work, ObjectNode event) {
        if (work.requestId() == null) {
            event.putNull("request");
            return;
        }
        event.putObject("request").put("id", work.requestId()).put("idempotency_key", work.idempotencyKey());
    }

    private static @Nullable String subject(String type, String subject, ObjectNode object) {
        String owner = subject.substring(0, subject.length() - "_id".length());
        if (type.startsWith(owner + ".")) {
            return Json.text(object, "id");
        }
        String named = Json.text(object, subject);
        return named == null && subject.equals("customer_id") ? Json.text(object, "customer_uuid") : named;
    }
}
