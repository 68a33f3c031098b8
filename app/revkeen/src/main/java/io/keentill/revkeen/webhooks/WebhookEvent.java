package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.events.EventRequest;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as delivered (section B.27), in the present form or in the older one of terminal events (section D.6). Deliveries
 * come in any order and more than once: read the object itself again before acting on it.
 *
 * @param id the same in every delivery of this event
 * @param type exactly as received
 * @param kind what it stands for in either spelling; empty for a type that we do not know yet
 * @param created when it happened; null when not said
 * @param subject what it is about
 * @param previousAttributes what changed in it, as it was before
 * @param livemode whether real money; null when not said
 * @param apiVersion version of the object's form; null when not said
 * @param account the merchant; null when not said
 * @param request the call that brought it about; null when none did or none is said
 * @param extra members not named here, under their names on the wire
 */
public record WebhookEvent(
        String id,
        String type,
        Optional<EventKind> kind,
        @Nullable Instant created,
        EventSubject subject,
        Map<String, Object> previousAttributes,
        @Nullable Boolean livemode,
        @Nullable String apiVersion,
        @Nullable String account,
        @Nullable EventRequest request,
        Map<String, Object> extra) {

    static WebhookEvent read(Fields f) {
        String type = f.needText("type");
        Fields data = f.object("data");
        if (data == null) {
            throw new MalformedReplyException("it has no \"data\"");
        }
        Fields object = data.object("object");
        Fields request = f.object("request");
        Optional<EventKind> kind = EventKind.of(type);
        return new WebhookEvent(
                f.needText("id"),
                type,
                kind,
                f.time("created"),
                EventSubject.read(type, object == null ? data : object),
                object == null ? Map.of() : data.map("previous_attributes"),
                f.flag("livemode"),
                f.text("api_version"),
                f.text("account"),
                request == null ? null : EventRequest.read(request),
                f.extra());
    }

    /** Whether it is of this kind, in either spelling. */
    public boolean is(EventKind wanted) {
        return kind.isPresent() && kind.get() == wanted;
    }
}
