package io.keentill.revkeen.events;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request that caused an event.
 *
 * @param id its request id
 * @param idempotencyKey its idempotency key
 * @param extra members of the reply not named here, under their names on the wire
 */
public record EventRequest(@Nullable String id, @Nullable String idempotencyKey, Map<String, Object> extra) {

    /** From its members. */
    public static EventRequest read(Fields f) {
        return new EventRequest(f.text("id"), f.text("idempotency_key"), f.extra());
    }
}
