package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * Abandoned checkouts in figures (section B.28).
 *
 * @param summary by status and severity
 * @param openAlerts how many are open
 * @param recoveredThisPeriod how many came back
 * @param potentialRevenueLostCents minor units
 * @param recoveredRevenueCents minor units
 * @param extra members of the reply not named here, under their names on the wire
 */
public record AbandonmentSummary(
        List<AbandonmentGroup> summary,
        long openAlerts,
        long recoveredThisPeriod,
        long potentialRevenueLostCents,
        long recoveredRevenueCents,
        Map<String, Object> extra) {

    static AbandonmentSummary read(Fields f) {
        return new AbandonmentSummary(
                f.list("summary", AbandonmentGroup::read),
                f.numberOr("open_alerts", 0),
                f.numberOr("recovered_this_period", 0),
                f.numberOr("potential_revenue_lost_cents", 0),
                f.numberOr("recovered_revenue_cents", 0),
                f.extra());
    }
}
