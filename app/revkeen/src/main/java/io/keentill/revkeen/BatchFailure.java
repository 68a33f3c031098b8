package io.keentill.revkeen;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a batch that was not stored.
 *
 * @param externalId its foreign id
 * @param error why, for people
 * @param reasonCode why, for programs
 * @param extra members of the reply not named here, under their names on the wire
 */
public record BatchFailure(
        String externalId, String error, @Nullable String reasonCode, Map<String, Object> extra) {

    /** For the resource classes. */
    public static BatchFailure read(Fields f) {
        return new BatchFailure(f.textOr("external_id", ""), f.textOr("error", ""), f.text("reason_code"), f.extra());
    }
}
