package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far checkouts come (section B.28).
 *
 * @param startDate from
 * @param endDate until
 * @param totalSessions how many began
 * @param completedSessions how many were completed
 * @param overallConversionRate the one to the other
 * @param steps in order
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CheckoutFunnel(
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        long totalSessions,
        long completedSessions,
        @Nullable BigDecimal overallConversionRate,
        List<FunnelStep> steps,
        Map<String, Object> extra) {

    static CheckoutFunnel read(Fields f) {
        return new CheckoutFunnel(
                f.time("start_date"),
                f.time("end_date"),
                f.needNumber("total_sessions"),
                f.numberOr("completed_sessions", 0),
                f.decimal("overall_conversion_rate"),
                f.list("steps", FunnelStep::read),
                f.extra());
    }
}
