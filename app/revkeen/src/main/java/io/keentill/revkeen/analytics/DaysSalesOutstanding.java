package io.keentill.revkeen.analytics;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long customers take to pay (section B.28).
 *
 * @param dso days
 * @param trend against the period before
 * @param previousDso days, of the period before
 * @param periodStart from
 * @param periodEnd until
 * @param extra members of the reply not named here, under their names on the wire
 */
public record DaysSalesOutstanding(
        BigDecimal dso,
        @Nullable OpenEnum<Trend> trend,
        @Nullable BigDecimal previousDso,
        @Nullable Instant periodStart,
        @Nullable Instant periodEnd,
        Map<String, Object> extra) {

    static DaysSalesOutstanding read(Fields f) {
        return new DaysSalesOutstanding(
                f.needDecimal("dso"),
                f.word("trend", Trend.class),
                f.decimal("previous_dso"),
                f.time("period_start"),
                f.time("period_end"),
                f.extra());
    }
}
