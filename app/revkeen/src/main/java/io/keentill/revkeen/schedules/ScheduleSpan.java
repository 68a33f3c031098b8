package io.keentill.revkeen.schedules;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a phase runs (section B.24).
 *
 * @param startDate UTC
 * @param endDate null when it is open
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ScheduleSpan(
        @Nullable Instant startDate, @Nullable Instant endDate, Map<String, Object> extra) {

    static ScheduleSpan read(Fields f) {
        return new ScheduleSpan(f.time("start_date"), f.time("end_date"), f.extra());
    }

    static @Nullable ScheduleSpan readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
