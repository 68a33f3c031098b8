package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one customer is worth (section B.28); amounts in minor units.
 *
 * @param customerId uuid
 * @param customerName as stored
 * @param ltv lifetime value
 * @param totalRevenue so far
 * @param avgOrderValue per order
 * @param orderCount how many orders
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CustomerValue(
        String customerId,
        @Nullable String customerName,
        BigDecimal ltv,
        @Nullable BigDecimal totalRevenue,
        @Nullable BigDecimal avgOrderValue,
        long orderCount,
        Map<String, Object> extra) {

    static CustomerValue read(Fields f) {
        return new CustomerValue(
                f.needText("customer_id"),
                f.text("customer_name"),
                f.needDecimal("ltv"),
                f.decimal("total_revenue"),
                f.decimal("avg_order_value"),
                f.numberOr("order_count", 0),
                f.extra());
    }
}
