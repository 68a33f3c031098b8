package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Usage and what it will cost (section B.25). Amounts in minor units of {@code currency}.
 *
 * @param meters one by one
 * @param totalEstimatedAmountMinor of all meters
 * @param totalCostMinor what they cost the merchant
 * @param currency ISO 4217
 * @param extra members of the reply not named here, under their names on the wire
 */
public record UsageBalance(
        List<MeterBalance> meters,
        long totalEstimatedAmountMinor,
        @Nullable Long totalCostMinor,
        @Nullable String currency,
        Map<String, Object> extra) {

    static UsageBalance read(Fields f) {
        return new UsageBalance(
                f.list("meters", MeterBalance::read),
                f.numberOr("total_estimated_amount_minor", 0),
                f.number("total_cost_minor"),
                f.text("currency"),
                f.extra());
    }
}
