package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The usage of one meter in the running period (section B.25). Amounts in minor units of {@code currency}.
 *
 * @param meterId uuid
 * @param meterName for people
 * @param unitName for people
 * @param currentValue as the meter aggregates
 * @param includedQuantity paid with the plan
 * @param usedQuantity in the period
 * @param remainingIncluded left of what is included
 * @param overageQuantity beyond it
 * @param estimatedAmountMinor what it would cost now
 * @param totalCostMinor what it costs the merchant
 * @param marginMinor the difference
 * @param currency ISO 4217
 * @param periodStart UTC
 * @param periodEnd UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record MeterBalance(
        String meterId,
        @Nullable String meterName,
        @Nullable String unitName,
        @Nullable BigDecimal currentValue,
        @Nullable BigDecimal includedQuantity,
        @Nullable BigDecimal usedQuantity,
        @Nullable BigDecimal remainingIncluded,
        @Nullable BigDecimal overageQuantity,
        long estimatedAmountMinor,
        @Nullable Long totalCostMinor,
        @Nullable Long marginMinor,
        @Nullable String currency,
        @Nullable Instant periodStart,
        @Nullable Instant periodEnd,
        Map<String, Object> extra) {

    static MeterBalance read(Fields f) {
        return new MeterBalance(
                f.needText("meter_id"),
                f.text("meter_name"),
                f.text("unit_name"),
                f.decimal("current_value"),
                f.decimal("included_quantity"),
                f.decimal("used_quantity"),
                f.decimal("remaining_included"),
                f.decimal("overage_quantity"),
                f.numberOr("estimated_amount_minor", 0),
                f.number("total_cost_minor"),
                f.number("margin_minor"),
                f.text("currency"),
                f.time("period_start"),
                f.time("period_end"),
                f.extra());
    }
}
