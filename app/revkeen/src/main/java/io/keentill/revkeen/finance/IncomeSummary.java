package io.keentill.revkeen.finance;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * Income of a period, summed up (section B.28); amounts in minor units.
 *
 * @param totalGrossCents taken in
 * @param totalFeesCents kept by the gateways
 * @param totalNetCents what is left
 * @param totalTxCount how many movements
 * @param totalRefundCount how many of them went back
 * @param extra members of the reply not named here, under their names on the wire
 */
public record IncomeSummary(
        long totalGrossCents,
        long totalFeesCents,
        long totalNetCents,
        long totalTxCount,
        long totalRefundCount,
        Map<String, Object> extra) {

    static IncomeSummary read(Fields f) {
        return new IncomeSummary(
                f.needNumber("total_gross_cents"),
                f.numberOr("total_fees_cents", 0),
                f.needNumber("total_net_cents"),
                f.numberOr("total_tx_count", 0),
                f.numberOr("total_refund_count", 0),
                f.extra());
    }
}
