package io.keentill.revkeen.payments;

import io.keentill.revkeen.http.Paths;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Filters of {@code GET /payments}.
 *
 * @param customerId uuid
 * @param invoiceId uuid
 * @param status only these
 * @param paymentChannel only these
 * @param createdGte from this second on
 * @param createdLte up to this second
 */
public record PaymentQuery(
        @Nullable String customerId,
        @Nullable String invoiceId,
        @Nullable PaymentStatus status,
        @Nullable PaymentChannel paymentChannel,
        @Nullable Instant createdGte,
        @Nullable Instant createdLte) {

    /** No filter. */
    public static PaymentQuery any() {
        return new PaymentQuery(null, null, null, null, null, null);
    }

    /** The same with customerId: uuid. */
    public PaymentQuery withCustomerId(String value) {
        return new PaymentQuery(value, invoiceId, status, paymentChannel, createdGte, createdLte);
    }

    /** The same with invoiceId: uuid. */
    public PaymentQuery withInvoiceId(String value) {
        return new PaymentQuery(customerId, value, status, paymentChannel, createdGte, createdLte);
    }

    /** The same with status: only these. */
    public PaymentQuery withStatus(PaymentStatus value) {
        return new PaymentQuery(customerId, invoiceId, value, paymentChannel, createdGte, createdLte);
    }

    /** The same with paymentChannel: only these. */
    public PaymentQuery withPaymentChannel(PaymentChannel value) {
        return new PaymentQuery(customerId, invoiceId, status, value, createdGte, createdLte);
    }

    /** The same with createdGte: from this second on. */
    public PaymentQuery withCreatedGte(Instant value) {
        return new PaymentQuery(customerId, invoiceId, status, paymentChannel, value, createdLte);
    }

    /** The same with createdLte: up to this second. */
    public PaymentQuery withCreatedLte(Instant value) {
        return new PaymentQuery(customerId, invoiceId, status, paymentChannel, createdGte, value);
    }

    Paths.Query query() {
        return new Paths.Query()
                .put("customer_id", customerId)
                .put("invoice_id", invoiceId)
                .put("status", status)
                .put("payment_channel", paymentChannel)
                .put("created_gte", createdGte)
                .put("created_lte", createdLte);
    }
}
