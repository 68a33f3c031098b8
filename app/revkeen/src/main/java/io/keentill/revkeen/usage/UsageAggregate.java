package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events of a meter made into one number (section B.25).
 *
 * @param meterId uuid
 * @param startTime UTC
 * @param endTime UTC
 * @param value as the meter aggregates
 * @param eventCount how many
 * @param extra members of the reply not named here, under their names on the wire
 */
public record UsageAggregate(
        String meterId,
        @Nullable Instant startTime,
        @Nullable Instant endTime,
        BigDecimal value,
        long eventCount,
        Map<String, Object> extra) {

    static UsageAggregate read(Fields f) {
        return new UsageAggregate(
                f.needText("meter_id"),
                f.time("start_time"),
                f.time("end_time"),
                f.needDecimal("value"),
                f.numberOr("event_count", 0),
                f.extra());
    }
}
