package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A renewal to come (section B.24). The amount in minor units of the preview's currency.
 *
 * @param sequence from 1
 * @param date when
 * @param formattedDate the same for people
 * @param dayName the day of the week
 * @param amountMinor what will be charged
 * @param formattedAmount the same for people
 * @param isTrialEnd the first after a trial
 * @param isFirstCharge the first of all
 * @param isFinalPayment the last of all
 * @param extra members of the reply not named here, under their names on the wire
 */
public record UpcomingRenewal(
        long sequence,
        @Nullable Instant date,
        @Nullable String formattedDate,
        @Nullable String dayName,
        long amountMinor,
        @Nullable String formattedAmount,
        boolean isTrialEnd,
        boolean isFirstCharge,
        boolean isFinalPayment,
        Map<String, Object> extra) {

    static UpcomingRenewal read(Fields f) {
        return new UpcomingRenewal(
                f.needNumber("sequence"),
                f.time("date"),
                f.text("formatted_date"),
                f.text("day_name"),
                f.needNumber("amount_minor"),
                f.text("formatted_amount"),
                f.flagOr("is_trial_end", false),
                f.flagOr("is_first_charge", false),
                f.flagOr("is_final_payment", false),
                f.extra());
    }
}
