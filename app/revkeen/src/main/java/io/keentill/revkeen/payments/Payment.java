package io.keentill.revkeen.payments;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A money movement (section B.15). Amounts in minor units of {@code currency}. Nothing links it to its terminal payment.
 *
 * @param id uuid
 * @param invoiceId null when without invoice
 * @param customerId null for a guest
 * @param status where it stands
 * @param currency ISO 4217
 * @param amount in all
 * @param amountCaptured taken
 * @param amountRefunded given back
 * @param gateway who carried it out
 * @param gatewayTransactionId its id there
 * @param gatewayResponseCode its word there
 * @param gatewayResponseText its sentence there
 * @param paymentMethodType card, ach, wallet, …
 * @param cardBrand for cards
 * @param cardLastFour for cards
 * @param paymentChannel which way it came
 * @param entryMode how the card was read
 * @param metadata free
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param authorizedAt null until then
 * @param capturedAt null until then
 * @param voidedAt null unless voided
 * @param refundedAt null unless refunded
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Payment(
        String id,
        @Nullable String invoiceId,
        @Nullable String customerId,
        OpenEnum<PaymentStatus> status,
        String currency,
        long amount,
        @Nullable Long amountCaptured,
        long amountRefunded,
        @Nullable String gateway,
        @Nullable String gatewayTransactionId,
        @Nullable String gatewayResponseCode,
        @Nullable String gatewayResponseText,
        @Nullable String paymentMethodType,
        @Nullable String cardBrand,
        @Nullable String cardLastFour,
        @Nullable OpenEnum<PaymentChannel> paymentChannel,
        @Nullable String entryMode,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant authorizedAt,
        @Nullable Instant capturedAt,
        @Nullable Instant voidedAt,
        @Nullable Instant refundedAt,
        Map<String, Object> extra) {

    static Payment read(Fields f) {
        return new Payment(
                f.needText("id"),
                f.text("invoice_id"),
                f.text("customer_id"),
                f.needWord("status", PaymentStatus.class),
                f.needText("currency"),
                f.needNumber("amount"),
                f.number("amount_captured"),
                f.numberOr("amount_refunded", 0),
                f.text("gateway"),
                f.text("gateway_transaction_id"),
                f.text("gateway_response_code"),
                f.text("gateway_response_text"),
                f.text("payment_method_type"),
                f.text("card_brand"),
                f.text("card_last_four"),
                f.word("payment_channel", PaymentChannel.class),
                f.text("entry_mode"),
                f.map("metadata"),
                f.time("created_at"),
                f.time("updated_at"),
                f.time("authorized_at"),
                f.time("captured_at"),
                f.time("voided_at"),
                f.time("refunded_at"),
                f.extra());
    }
}
