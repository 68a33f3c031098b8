package io.keentill.revkeen.events;

import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.webhooks.EventKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened (section B.26). Read the object itself again before acting on it.
 *
 * @param id uuid
 * @param type for instance {@code order.created}; with or without {@code billing.} in front
 * @param object the object as it was then
 * @param previousAttributes what changed in it
 * @param request what caused it, null when nothing of ours
 * @param pendingWebhooks deliveries still open
 * @param apiVersion version of the object's form
 * @param livemode whether real money
 * @param created when
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Event(
        String id,
        String type,
        Map<String, Object> object,
        Map<String, Object> previousAttributes,
        @Nullable EventRequest request,
        long pendingWebhooks,
        @Nullable String apiVersion,
        boolean livemode,
        @Nullable Instant created,
        Map<String, Object> extra) {

    /** What its type stands for, in either spelling; empty for one that we do not know yet. */
    public Optional<EventKind> kind() {
        return EventKind.of(type);
    }

    static Event read(Fields f) {
        Fields data = f.object("data");
        Fields request = f.object("request");
        return new Event(
                f.needText("id"),
                f.needText("type"),
                data == null ? Map.of() : data.map("object"),
                data == null ? Map.of() : data.map("previous_attributes"),
                request == null ? null : EventRequest.read(request),
                f.numberOr("pending_webhooks", 0),
                f.text("api_version"),
                f.flagOr("livemode", false),
                f.time("created"),
                f.extra());
    }
}
