package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opportunities to win customers back, in figures (section B.28).
 *
 * @param totalOpportunities how many
 * @param byType counted by type
 * @param byStatus counted by status
 * @param totalPotentialValueCents minor units
 * @param recoveredValueCents minor units
 * @param conversionRate part that came back
 * @param extra members of the reply not named here, under their names on the wire
 */
public record WinbackSummary(
        long totalOpportunities,
        @Nullable OpportunitiesByType byType,
        @Nullable OpportunitiesByStatus byStatus,
        long totalPotentialValueCents,
        long recoveredValueCents,
        @Nullable BigDecimal conversionRate,
        Map<String, Object> extra) {

    static WinbackSummary read(Fields f) {
        Fields byType = f.object("by_type");
        Fields byStatus = f.object("by_status");
        return new WinbackSummary(
                f.needNumber("total_opportunities"),
                byType == null ? null : OpportunitiesByType.read(byType),
                byStatus == null ? null : OpportunitiesByStatus.read(byStatus),
                f.numberOr("total_potential_value_cents", 0),
                f.numberOr("recovered_value_cents", 0),
                f.decimal("conversion_rate"),
                f.extra());
    }
}
