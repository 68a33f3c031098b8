package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An integration that was switched off (section B.31).
 *
 * @param success whether it was
 * @param message for people
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Deactivation(boolean success, @Nullable String message, Map<String, Object> extra) {

    static Deactivation read(Fields f) {
        return new Deactivation(f.flagOr("success", false), f.text("message"), f.extra());
    }
}
