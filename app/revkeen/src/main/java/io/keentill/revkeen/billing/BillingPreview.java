package io.keentill.revkeen.billing;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a plan would charge (section B.24). Amounts in minor units.
 *
 * @param items the charges; untyped in the API
 * @param summary in words; untyped in the API
 * @param totalAmountMinor of the charges shown
 * @param firstChargeDate UTC
 * @param trialEndDate null without a trial
 * @param scheduleEndDate null when it is open
 * @param timezone IANA name
 * @param extra members of the reply not named here, under their names on the wire
 */
public record BillingPreview(
        @Nullable Object items,
        @Nullable Object summary,
        @Nullable Long totalAmountMinor,
        @Nullable Instant firstChargeDate,
        @Nullable Instant trialEndDate,
        @Nullable Instant scheduleEndDate,
        @Nullable String timezone,
        Map<String, Object> extra) {

    static BillingPreview read(Fields f) {
        return new BillingPreview(
                f.plain("items"),
                f.plain("summary"),
                f.number("total_amount_minor"),
                f.time("first_charge_date"),
                f.time("trial_end_date"),
                f.time("schedule_end_date"),
                f.text("timezone"),
                f.extra());
    }
}
