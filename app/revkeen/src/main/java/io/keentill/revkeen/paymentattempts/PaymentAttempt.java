package io.keentill.revkeen.paymentattempts;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a payment through a gateway (section B.21): what ties a checkout session to the payment that it became.
 *
 * @param id uuid
 * @param publicId payatt_…
 * @param paymentId the payment that it became; null while it is none
 * @param invoiceId what it was to pay; null if no invoice
 * @param subscriptionId null if no subscription
 * @param checkoutSessionId the page that it was made on; null if none
 * @param gateway who was asked
 * @param gatewayOrderId what it was asked under
 * @param gatewayTransactionId its id there
 * @param gatewayCode its word there
 * @param gatewayMessage its sentence there
 * @param category approved, or why not, in RevKeen's words
 * @param severity info, warn or error
 * @param retryability whether it is worth another try, in RevKeen's words
 * @param status how it stands; null if not told
 * @param amountMinor in minor units of {@code currency}; null if not told
 * @param currency ISO 4217, in either letter case; null if not told
 * @param paymentMethodLast4 of the card
 * @param paymentMethodBrand of the card
 * @param attemptNumber counted from 1
 * @param retryAttemptNumber counted from 0
 * @param scheduledRetry whether RevKeen tried again by itself
 * @param manualRetry whether somebody did
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PaymentAttempt(
        String id,
        @Nullable String publicId,
        @Nullable String paymentId,
        @Nullable String invoiceId,
        @Nullable String subscriptionId,
        @Nullable String checkoutSessionId,
        @Nullable String gateway,
        @Nullable String gatewayOrderId,
        @Nullable String gatewayTransactionId,
        @Nullable String gatewayCode,
        @Nullable String gatewayMessage,
        @Nullable String category,
        @Nullable String severity,
        @Nullable String retryability,
        @Nullable OpenEnum<AttemptStatus> status,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable String paymentMethodLast4,
        @Nullable String paymentMethodBrand,
        @Nullable Long attemptNumber,
        @Nullable Long retryAttemptNumber,
        boolean scheduledRetry,
        boolean manualRetry,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static PaymentAttempt read(Fields f) {
        return new PaymentAttempt(
                f.needText("id"),
                f.text("public_id"),
                f.text("payment_id"),
                f.text("invoice_id"),
                f.text("subscription_id"),
                f.text("checkout_session_id"),
                f.text("gateway"),
                f.text("gateway_order_id"),
                f.text("gateway_transaction_id"),
                f.text("gateway_code"),
                f.text("gateway_message"),
                f.text("category"),
                f.text("severity"),
                f.text("retryability"),
                f.word("attempt_status", AttemptStatus.class),
                f.number("amount_cents"),
                f.text("currency"),
                f.text("payment_method_last4"),
                f.text("payment_method_brand"),
                f.number("attempt_number"),
                f.number("retry_attempt_number"),
                f.flagOr("is_scheduled_retry", false),
                f.flagOr("is_manual_retry", false),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
