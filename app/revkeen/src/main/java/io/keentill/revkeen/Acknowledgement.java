package io.keentill.revkeen;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * The answer of calls that only say that they were done.
 *
 * @param success whether it was done
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Acknowledgement(boolean success, Map<String, Object> extra) {

    /** For the resource classes. */
    public static Acknowledgement read(Fields f) {
        return new Acknowledgement(f.flagOr("success", false), f.extra());
    }
}
