package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the collection of a failed charge has come (section B.24).
 *
 * @param isInDunning whether it runs
 * @param phase where it is
 * @param phaseLabel the same for people
 * @param phaseSeverity how pressing it is
 * @param retryCount attempts so far
 * @param totalPossibleRetries attempts in all
 * @param nextRetryAt null when none is planned
 * @param daysInDunning since the first failure
 * @param accessRestricted whether the customer is shut out
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Dunning(
        boolean isInDunning,
        @Nullable String phase,
        @Nullable String phaseLabel,
        @Nullable OpenEnum<DunningSeverity> phaseSeverity,
        long retryCount,
        @Nullable Long totalPossibleRetries,
        @Nullable Instant nextRetryAt,
        @Nullable Long daysInDunning,
        boolean accessRestricted,
        Map<String, Object> extra) {

    static Dunning read(Fields f) {
        return new Dunning(
                f.flagOr("is_in_dunning", false),
                f.text("phase"),
                f.text("phase_label"),
                f.word("phase_severity", DunningSeverity.class),
                f.numberOr("retry_count", 0),
                f.number("total_possible_retries"),
                f.time("next_retry_at"),
                f.number("days_in_dunning"),
                f.flagOr("access_restricted", false),
                f.extra());
    }

    static @Nullable Dunning readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
