package io.keentill.revkeen.finance;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * How the shop stands (section B.28); amounts in minor units.
 *
 * @param totalRevenueCents taken in so far
 * @param totalFeesCents kept by the gateways
 * @param pendingBalanceCents on its way
 * @param availableBalanceCents ready to be paid out
 * @param extra members of the reply not named here, under their names on the wire
 */
public record FinanceSummary(
        long totalRevenueCents,
        long totalFeesCents,
        long pendingBalanceCents,
        long availableBalanceCents,
        Map<String, Object> extra) {

    static FinanceSummary read(Fields f) {
        return new FinanceSummary(
                f.needNumber("total_revenue_cents"),
                f.numberOr("total_fees_cents", 0),
                f.numberOr("pending_balance_cents", 0),
                f.numberOr("available_balance_cents", 0),
                f.extra());
    }
}
