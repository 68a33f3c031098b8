package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well payment links do (section B.28).
 *
 * @param totalLinks how many links
 * @param viewCount how often opened
 * @param conversionCount how often paid
 * @param conversionRate the one to the other
 * @param totalRevenue minor units
 * @param avgRevenuePerConversion minor units
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PaymentLinkConversion(
        long totalLinks,
        long viewCount,
        long conversionCount,
        @Nullable BigDecimal conversionRate,
        @Nullable BigDecimal totalRevenue,
        @Nullable BigDecimal avgRevenuePerConversion,
        Map<String, Object> extra) {

    static PaymentLinkConversion read(Fields f) {
        return new PaymentLinkConversion(
                f.needNumber("total_links"),
                f.numberOr("view_count", 0),
                f.numberOr("conversion_count", 0),
                f.decimal("conversion_rate"),
                f.decimal("total_revenue"),
                f.decimal("avg_revenue_per_conversion"),
                f.extra());
    }
}
