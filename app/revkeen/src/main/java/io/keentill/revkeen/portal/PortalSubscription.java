package io.keentill.revkeen.portal;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its customer sees it.
 *
 * @param id uuid
 * @param status where it stands (section C.5)
 * @param currency ISO 4217
 * @param amountMinor minor units of {@code currency} for each period
 * @param interval day, week, month or year
 * @param intervalCount how many of them
 * @param currentPeriodStart UTC
 * @param currentPeriodEnd UTC
 * @param trialEnd null without a trial
 * @param cancelAt null unless it is to end
 * @param canceledAt null unless canceled
 * @param startedAt null until then
 * @param createdAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PortalSubscription(
        String id,
        String status,
        @Nullable String currency,
        @Nullable Long amountMinor,
        @Nullable String interval,
        @Nullable Long intervalCount,
        @Nullable Instant currentPeriodStart,
        @Nullable Instant currentPeriodEnd,
        @Nullable Instant trialEnd,
        @Nullable Instant cancelAt,
        @Nullable Instant canceledAt,
        @Nullable Instant startedAt,
        @Nullable Instant createdAt,
        Map<String, Object> extra) {

    static PortalSubscription read(Fields f) {
        return new PortalSubscription(
                f.needText("id"),
                f.textOr("status", ""),
                f.text("currency"),
                f.number("amount_minor"),
                f.text("interval"),
                f.number("interval_count"),
                f.time("current_period_start"),
                f.time("current_period_end"),
                f.time("trial_end"),
                f.time("cancel_at"),
                f.time("canceled_at"),
                f.time("started_at"),
                f.time("created_at"),
                f.extra());
    }
}
