package io.keentill.revkeen.events;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that is delivered again (section B.26).
 *
 * @param success whether it is
 * @param webhookEndpointId where to, when to one only
 * @param message for people
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ResentEvent(
        boolean success,
        @Nullable String webhookEndpointId,
        @Nullable String message,
        Map<String, Object> extra) {

    static ResentEvent read(Fields f) {
        return new ResentEvent(f.flagOr("success", false), f.text("webhook_endpoint_id"), f.text("message"), f.extra());
    }
}
