package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * Where a fee comes from. Amounts in minor units.
 *
 * @param percentageFeeMinor grows with the amount
 * @param fixedFeeMinor is always the same
 * @param minimumFeeAdjustmentMinor what lifts it to the least
 * @param extra members of the reply not named here, under their names on the wire
 */
public record FeeBreakdown(
        long percentageFeeMinor, long fixedFeeMinor, long minimumFeeAdjustmentMinor, Map<String, Object> extra) {

    static FeeBreakdown read(Fields f) {
        return new FeeBreakdown(
                f.numberOr("percentage_fee_minor", 0),
                f.numberOr("fixed_fee_minor", 0),
                f.numberOr("minimum_fee_adjustment_minor", 0),
                f.extra());
    }
}
