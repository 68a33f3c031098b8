package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an integration is synchronised by itself (section B.31).
 *
 * @param hasRepeatableJob whether it is
 * @param intervalMs milliseconds
 * @param nextRun when next
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SyncInterval(
        boolean hasRepeatableJob,
        @Nullable Long intervalMs,
        @Nullable Instant nextRun,
        Map<String, Object> extra) {

    static SyncInterval read(Fields f) {
        return new SyncInterval(
                f.flagOr("has_repeatable_job", false), f.number("interval_ms"), f.time("next_run"), f.extra());
    }
}
