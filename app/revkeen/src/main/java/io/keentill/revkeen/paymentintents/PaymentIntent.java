package io.keentill.revkeen.paymentintents;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.Secret;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment intent (section B.14). Amounts in minor units of {@code currency}.
 *
 * @param id pi_…, not a uuid
 * @param amount to be paid
 * @param amountCapturable authorised and not yet captured
 * @param amountReceived taken so far
 * @param currency ISO 4217, in either letter case
 * @param customer uuid of who pays
 * @param description the merchant's own
 * @param lastPaymentError null unless the latest attempt failed
 * @param metadata free
 * @param nextAction null unless the payer has to act
 * @param paymentMethod uuid, null until chosen
 * @param receiptEmail where a receipt goes
 * @param statementDescriptor what the payer's statement says
 * @param statementDescriptorSuffix its end
 * @param status where it stands
 * @param captureMethod whether it is captured at once
 * @param clientSecret lets a browser confirm it; not for logs
 * @param canceledAt null unless canceled
 * @param cancellationReason why it was canceled
 * @param created UTC
 * @param livemode whether real money moves
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PaymentIntent(
        String id,
        long amount,
        long amountCapturable,
        long amountReceived,
        String currency,
        String customer,
        @Nullable String description,
        @Nullable PaymentIntentError lastPaymentError,
        Map<String, Object> metadata,
        @Nullable NextAction nextAction,
        @Nullable String paymentMethod,
        @Nullable String receiptEmail,
        @Nullable String statementDescriptor,
        @Nullable String statementDescriptorSuffix,
        OpenEnum<PaymentIntentStatus> status,
        @Nullable OpenEnum<CaptureMethod> captureMethod,
        @Nullable Secret clientSecret,
        @Nullable Instant canceledAt,
        @Nullable OpenEnum<CancellationReason> cancellationReason,
        @Nullable Instant created,
        boolean livemode,
        Map<String, Object> extra) {

    static PaymentIntent read(Fields f) {
        return new PaymentIntent(
                f.needText("id"),
                f.needNumber("amount"),
                f.numberOr("amount_capturable", 0),
                f.numberOr("amount_received", 0),
                f.needText("currency"),
                f.textOr("customer", ""),
                f.text("description"),
                PaymentIntentError.readOrNull(f.object("last_payment_error")),
                f.map("metadata"),
                NextAction.readOrNull(f.object("next_action")),
                f.text("payment_method"),
                f.text("receipt_email"),
                f.text("statement_descriptor"),
                f.text("statement_descriptor_suffix"),
                f.needWord("status", PaymentIntentStatus.class),
                f.word("capture_method", CaptureMethod.class),
                Secret.of(f.text("client_secret")),
                f.time("canceled_at"),
                f.word("cancellation_reason", CancellationReason.class),
                f.time("created"),
                f.flagOr("livemode", false),
                f.extra());
    }
}
