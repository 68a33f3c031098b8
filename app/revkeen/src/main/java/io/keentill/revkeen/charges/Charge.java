package io.keentill.revkeen.charges;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A one-off charge of a stored method (section B.16). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param merchantId whose it is; older replies only
 * @param customerId who pays
 * @param invoiceId null when without invoice
 * @param paymentMethodId what was charged
 * @param amountMinor in all
 * @param amountCapturedMinor taken
 * @param amountRefundedMinor given back
 * @param currency ISO 4217, in either letter case
 * @param status where it stands
 * @param description what it was for
 * @param statementDescriptor what the payer's statement says
 * @param failureCode why it failed, for programs
 * @param failureMessage why it failed, for people
 * @param gatewayTransactionId its id at the gateway
 * @param receiptUrl where a receipt can be seen
 * @param captured false while only authorised
 * @param metadata free
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Charge(
        String id,
        @Nullable String merchantId,
        String customerId,
        @Nullable String invoiceId,
        @Nullable String paymentMethodId,
        long amountMinor,
        long amountCapturedMinor,
        long amountRefundedMinor,
        String currency,
        OpenEnum<ChargeStatus> status,
        String description,
        @Nullable String statementDescriptor,
        @Nullable String failureCode,
        @Nullable String failureMessage,
        @Nullable String gatewayTransactionId,
        @Nullable String receiptUrl,
        boolean captured,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Charge read(Fields f) {
        return new Charge(
                f.needText("id"),
                f.text("merchant_id"),
                f.textOr("customer_id", ""),
                f.text("invoice_id"),
                f.text("payment_method_id"),
                f.needNumber("amount_minor"),
                f.numberOr("amount_captured_minor", 0),
                f.numberOr("amount_refunded_minor", 0),
                f.needText("currency"),
                f.needWord("status", ChargeStatus.class),
                f.textOr("description", ""),
                f.text("statement_descriptor"),
                f.text("failure_code"),
                f.text("failure_message"),
                f.text("gateway_transaction_id"),
                f.text("receipt_url"),
                f.flagOr("captured", false),
                f.map("metadata"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
