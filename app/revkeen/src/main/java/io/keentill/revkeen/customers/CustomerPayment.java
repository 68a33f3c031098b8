package io.keentill.revkeen.customers;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.payments.PaymentStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment in a customer's list (section B.8).
 *
 * @param id uuid
 * @param customerId whose payment
 * @param amountMinor minor units of the currency
 * @param currency ISO 4217
 * @param status see C.6
 * @param paymentMethodType card, cash …
 * @param gatewayTransactionId the gateway's own
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CustomerPayment(
        String id,
        @Nullable String customerId,
        long amountMinor,
        String currency,
        OpenEnum<PaymentStatus> status,
        @Nullable String paymentMethodType,
        @Nullable String gatewayTransactionId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static CustomerPayment read(Fields f) {
        return new CustomerPayment(
                f.needText("id"),
                f.text("customer_id"),
                f.needNumber("amount_minor"),
                f.textOr("currency", ""),
                f.needWord("status", PaymentStatus.class),
                f.text("payment_method_type"),
                f.text("gateway_transaction_id"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
