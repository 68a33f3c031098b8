package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Revenue over time (section B.28); amounts in minor units.
 *
 * @param dataPoints oldest first
 * @param totalRevenue of all points
 * @param totalInvoices of all points
 * @param periodStart from
 * @param periodEnd until
 * @param extra members of the reply not named here, under their names on the wire
 */
public record RevenueSeries(
        List<RevenuePoint> dataPoints,
        BigDecimal totalRevenue,
        long totalInvoices,
        @Nullable Instant periodStart,
        @Nullable Instant periodEnd,
        Map<String, Object> extra) {

    static RevenueSeries read(Fields f) {
        return new RevenueSeries(
                f.list("data_points", RevenuePoint::read),
                f.needDecimal("total_revenue"),
                f.numberOr("total_invoices", 0),
                f.time("period_start"),
                f.time("period_end"),
                f.extra());
    }
}
