package io.keentill.revkeen.usage;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event (section B.25).
 *
 * @param index its place in the request, from 0
 * @param status what became of it
 * @param id uuid of the stored event
 * @param reason why it was not counted
 * @param extra members of the reply not named here, under their names on the wire
 */
public record UsageOutcome(
        long index,
        OpenEnum<IngestStatus> status,
        @Nullable String id,
        @Nullable String reason,
        Map<String, Object> extra) {

    static UsageOutcome read(Fields f) {
        return new UsageOutcome(
                f.needNumber("index"),
                f.needWord("status", IngestStatus.class),
                f.text("id"),
                f.text("reason"),
                f.extra());
    }
}
