package io.keentill.revkeen.transactions;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One movement in the ledger (section B.18). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param type what it does
 * @param status where it stands
 * @param invoiceId null for a sale without invoice (ruling H 33)
 * @param customerId null for a guest
 * @param parentTransactionId the sale that it changes; null for a sale
 * @param currency ISO 4217, in either letter case
 * @param amount how much
 * @param amountRefunded given back of it
 * @param gateway who carried it out
 * @param gatewayTransactionId its id there
 * @param gatewayResponseCode its word there
 * @param gatewayResponseText its sentence there
 * @param paymentMethodType card, ach, wallet, …
 * @param cardBrand for cards
 * @param cardLastFour for cards
 * @param metadata free
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Transaction(
        String id,
        OpenEnum<TransactionType> type,
        OpenEnum<TransactionStatus> status,
        @Nullable String invoiceId,
        @Nullable String customerId,
        @Nullable String parentTransactionId,
        String currency,
        long amount,
        long amountRefunded,
        @Nullable String gateway,
        @Nullable String gatewayTransactionId,
        @Nullable String gatewayResponseCode,
        @Nullable String gatewayResponseText,
        @Nullable String paymentMethodType,
        @Nullable String cardBrand,
        @Nullable String cardLastFour,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Transaction read(Fields f) {
        return new Transaction(
                f.needText("id"),
                f.needWord("type", TransactionType.class),
                f.needWord("status", TransactionStatus.class),
                f.text("invoice_id"),
                f.text("customer_id"),
                f.text("parent_transaction_id"),
                f.needText("currency"),
                f.needNumber("amount"),
                f.numberOr("amount_refunded", 0),
                f.text("gateway"),
                f.text("gateway_transaction_id"),
                f.text("gateway_response_code"),
                f.text("gateway_response_text"),
                f.text("payment_method_type"),
                f.text("card_brand"),
                f.text("card_last_four"),
                f.map("metadata"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
