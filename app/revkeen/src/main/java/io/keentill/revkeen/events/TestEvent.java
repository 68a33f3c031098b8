package io.keentill.revkeen.events;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event made to test webhooks (section B.26).
 *
 * @param success whether it was made
 * @param event what was made, null when not told in full
 * @param message for people
 * @param extra members of the reply not named here, under their names on the wire
 */
public record TestEvent(
        boolean success, @Nullable Event event, @Nullable String message, Map<String, Object> extra) {

    static TestEvent read(Fields f) {
        Fields event = f.object("event");
        return new TestEvent(
                f.flagOr("success", false), event == null ? null : Event.read(event), f.text("message"), f.extra());
    }
}
