package io.keentill.sandbox.data;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One unit of work: a transaction, the moment it happens at, and the request that caused it.
 *
 * @param tx the running transaction
 * @param now the moment of all its changes
 * @param ids where new ids come from
 * @param requestId the causing request, null when a timer or a connector caused it
 * @param idempotencyKey that request's key, if it sent one
 */
public record Work(
        Tx tx,
        Instant now,
        Ids ids,
        @Nullable String requestId,
        @Nullable String idempotencyKey) {

    /** Work that no HTTP request caused. */
    public static Work own(Tx tx, Instant now, Ids ids) {
        return new Work(tx, now, ids, null, null);
    }

    /** Now in the API's form: ISO 8601 UTC with milliseconds at most. */
    public String nowText() {
        return now.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** A new object of a resource: its id and its {@code object} name. */
    public ObjectNode draft(String name) {
        return Json.object().put("id", ids.uuid()).put("object", name);
    }

    /** Stores a new object. */
    public void insert(String kind, ObjectNode body) {
        tx.update(
                "INSERT INTO objects (kind, id, created, body) VALUES (?, ?, ?, ?)",
                kind,
                Json.need(body, "id"),
                now.toEpochMilli(),
                Json.write(body));
    }

    /** The object with this id, or null. */
    public @Nullable ObjectNode find(String kind, @Nullable String id) {
        if (id == null) {
            return null;
        }
        return tx.first(
                        row -> Json.stored(row.getString(1)),
                        "SELECT body FROM objects WHERE kind = ? AND id = ?",
                        kind,
                        id)
                .orElse(null);
    }

    /** Stores a changed object; its {@code updated_at}, where it has one, becomes now. */
    public void save(String kind, ObjectNode body) {
        if (body.has("updated_at")) {
            body.put("updated_at", nowText());
        }
        note(kind, body);
    }

    /** Stores what an object keeps inside and does not show: for a reader it is unchanged, {@code updated_at} included. */
    public void note(String kind, ObjectNode body) {
        tx.update(
                "UPDATE objects SET body = ? WHERE kind = ? AND id = ?", Json.write(body), kind, Json.need(body, "id"));
    }

    /** Removes an object. */
    public void delete(String kind, String id) {
        tx.update("DELETE FROM objects WHERE kind = ? AND id = ?", kind, id);
    }
}
