package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The version of an automation that ran (section B.30).
 *
 * @param id of the version
 * @param version number or text, not published
 * @param objective what it was to achieve
 * @param extra members of the reply not named here, under their names on the wire
 */
public record RunVersion(
        @Nullable String id,
        @Nullable Object version,
        @Nullable String objective,
        Map<String, Object> extra) {

    static RunVersion read(Fields f) {
        return new RunVersion(f.text("id"), f.plain("version"), f.text("objective"), f.extra());
    }
}
