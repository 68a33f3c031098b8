package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What several resources do alike. */
public final class Common {
    private Common() {}

    /** Ends a new object: metadata and its two times. */
    public static ObjectNode finish(Work work, ObjectNode object, ObjectNode input) {
        object.set("metadata", input.has("metadata") ? input.get("metadata") : Json.object());
        return object.put("created_at", work.nowText()).put("updated_at", work.nowText());
    }

    /** Takes over what {@code input} sends; metadata is merged. */
    public static void merge(ObjectNode object, ObjectNode input) {
        mergeMetadata(object, input);
        object.setAll(input);
    }

    /** Merges {@code input.metadata} into the object's: a null value removes its key. */
    public static void mergeMetadata(ObjectNode object, ObjectNode input) {
        Json.mergeMetadata(object, input);
    }

    /** Whether a foreign system's update is older than the one already stored. */
    static boolean stale(ObjectNode stored, ObjectNode input) {
        String had = Json.text(stored, "_external_updated_at");
        String comes = Json.text(input, "external_updated_at");
        return had != null && comes != null && moment(comes).isBefore(moment(had));
    }

    /** Remembers the foreign system's own time of change. */
    static void remember(ObjectNode object, ObjectNode input) {
        String time = Json.text(input, "external_updated_at");
        if (time != null) {
            object.put("_external_updated_at", time);
        }
    }

    /** The reply's body for an update that came too late. */
    static ObjectNode ignored(ObjectNode stored, ObjectNode input) {
        return Json.object()
                .put("ignored", true)
                .put("reason", "stale_update")
                .put("stored_timestamp", Json.text(stored, "_external_updated_at"))
                .put("incoming_timestamp", Json.text(input, "external_updated_at"));
    }

    /** The reply's body for an update that says what is stored already. */
    static ObjectNode unchanged(String contentHash) {
        return Json.object()
                .put("ignored", true)
                .put("reason", "unchanged_content")
                .put("content_hash", contentHash);
    }

    /** A hash of what an update says, whenever it was made. */
    static String contentHash(ObjectNode input) {
        ObjectNode said = input.deepCopy();
        said.remove("external_updated_at");
        return Keys.hash(Json.write(said));
    }

    /** The object that a required {@code input.field} names; 404 when there is none. */
    static ObjectNode required(Work work, String kind, ObjectNode input, String field) {
        ObjectNode object = named(work, kind, input, field);
        if (object == null) {
            throw new IllegalStateException(field + " was not required");
        }
        return object;
    }

    /** The object that {@code input.field} names; null when it is left out, 404 when there is none. */
    public static @Nullable ObjectNode named(Work work, String kind, ObjectNode input, String field) {
        String id = Json.text(input, field);
        if (id == null) {
            return null;
        }
        ObjectNode object = work.find(kind, id);
        if (object == null) {
            throw new Refusal(404, "resource_missing", "No such " + kind + ": " + id + ".", field);
        }
        return object;
    }

    /** The moment that an ISO 8601 time names; a date is its first moment, UTC. */
    static Instant moment(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }
}
