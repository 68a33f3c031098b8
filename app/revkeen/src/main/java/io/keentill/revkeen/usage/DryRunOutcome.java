package io.keentill.revkeen.usage;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one event (section B.25).
 *
 * @param index its place in the request, from 0
 * @param status what would become of it
 * @param validationDetails what it was checked for
 * @param reason why it would not be counted
 * @param extra members of the reply not named here, under their names on the wire
 */
public record DryRunOutcome(
        long index,
        OpenEnum<IngestStatus> status,
        @Nullable UsageValidation validationDetails,
        @Nullable String reason,
        Map<String, Object> extra) {

    static DryRunOutcome read(Fields f) {
        return new DryRunOutcome(
                f.needNumber("index"),
                f.needWord("status", IngestStatus.class),
                UsageValidation.readOrNull(f.object("validation_details")),
                f.text("reason"),
                f.extra());
    }
}
