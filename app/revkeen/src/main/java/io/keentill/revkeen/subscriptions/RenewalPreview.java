package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The renewals to come of a subscription (section B.24).
 *
 * @param subscriptionId uuid
 * @param currentPeriodEnd UTC
 * @param upcomingRenewals the next first
 * @param nextInvoiceAmountMinor minor units
 * @param currency ISO 4217
 * @param extra members of the reply not named here, under their names on the wire
 */
public record RenewalPreview(
        String subscriptionId,
        @Nullable Instant currentPeriodEnd,
        List<UpcomingRenewal> upcomingRenewals,
        @Nullable Long nextInvoiceAmountMinor,
        @Nullable String currency,
        Map<String, Object> extra) {

    static RenewalPreview read(Fields f) {
        return new RenewalPreview(
                f.needText("subscription_id"),
                f.time("current_period_end"),
                f.list("upcoming_renewals", UpcomingRenewal::read),
                f.number("next_invoice_amount_minor"),
                f.text("currency"),
                f.extra());
    }
}
