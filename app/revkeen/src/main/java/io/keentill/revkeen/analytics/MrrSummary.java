package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Monthly recurring revenue (section B.28); amounts in minor units, which may be fractions.
 *
 * @param currentMrr at the date asked for
 * @param previousMrr a month before
 * @param growth from the one to the other
 * @param newMrr from new subscriptions
 * @param churnedMrr lost with ended ones
 * @param expansionMrr gained on running ones
 * @param contractionMrr lost on running ones
 * @param asOfDate what it is about
 * @param extra members of the reply not named here, under their names on the wire
 */
public record MrrSummary(
        BigDecimal currentMrr,
        @Nullable BigDecimal previousMrr,
        @Nullable BigDecimal growth,
        @Nullable BigDecimal newMrr,
        @Nullable BigDecimal churnedMrr,
        @Nullable BigDecimal expansionMrr,
        @Nullable BigDecimal contractionMrr,
        @Nullable Instant asOfDate,
        Map<String, Object> extra) {

    static MrrSummary read(Fields f) {
        return new MrrSummary(
                f.needDecimal("current_mrr"),
                f.decimal("previous_mrr"),
                f.decimal("growth"),
                f.decimal("new_mrr"),
                f.decimal("churned_mrr"),
                f.decimal("expansion_mrr"),
                f.decimal("contraction_mrr"),
                f.time("as_of_date"),
                f.extra());
    }
}
