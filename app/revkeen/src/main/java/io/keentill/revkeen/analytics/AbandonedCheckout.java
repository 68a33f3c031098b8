package io.keentill.revkeen.analytics;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checkout that was abandoned (section B.28).
 *
 * @param id of the alert
 * @param checkoutSessionId of the checkout
 * @param customerId null when unknown
 * @param customerEmail null when unknown
 * @param severity how much it matters
 * @param status what became of it
 * @param cartValueCents minor units
 * @param currency ISO 4217
 * @param lastStepReached how far it came
 * @param enteredEmail whether an address was given
 * @param enteredPaymentInfo whether payment details were given
 * @param paymentAttempted whether paying was tried
 * @param timeSpentSeconds seconds
 * @param abandonedAt when it was left
 * @param detectedAt when that was noticed
 * @param recoveryEmailSent whether the customer was written to
 * @param webhookNotified whether a webhook told of it
 * @param extra members of the reply not named here, under their names on the wire
 */
public record AbandonedCheckout(
        String id,
        @Nullable String checkoutSessionId,
        @Nullable String customerId,
        @Nullable String customerEmail,
        OpenEnum<AbandonmentSeverity> severity,
        OpenEnum<AbandonmentStatus> status,
        long cartValueCents,
        @Nullable String currency,
        @Nullable String lastStepReached,
        boolean enteredEmail,
        boolean enteredPaymentInfo,
        boolean paymentAttempted,
        @Nullable Long timeSpentSeconds,
        @Nullable Instant abandonedAt,
        @Nullable Instant detectedAt,
        boolean recoveryEmailSent,
        boolean webhookNotified,
        Map<String, Object> extra) {

    static AbandonedCheckout read(Fields f) {
        return new AbandonedCheckout(
                f.needText("id"),
                f.text("checkout_session_id"),
                f.text("customer_id"),
                f.text("customer_email"),
                f.needWord("severity", AbandonmentSeverity.class),
                f.needWord("status", AbandonmentStatus.class),
                f.numberOr("cart_value_cents", 0),
                f.text("currency"),
                f.text("last_step_reached"),
                f.flagOr("entered_email", false),
                f.flagOr("entered_payment_info", false),
                f.flagOr("payment_attempted", false),
                f.number("time_spent_seconds"),
                f.time("abandoned_at"),
                f.time("detected_at"),
                f.flagOr("recovery_email_sent", false),
                f.flagOr("webhook_notified", false),
                f.extra());
    }
}
