package io.keentill.revkeen.orders;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order (section B.1). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param publicId what people may see
 * @param customerId null for a guest
 * @param status see C.1
 * @param billingType once or recurring
 * @param fulfillmentStatus null when it does not apply
 * @param currency ISO 4217, in either letter case
 * @param subtotal before discount and tax
 * @param discount taken off
 * @param tax added
 * @param total to be paid in all
 * @param amountPaid paid so far
 * @param amountRefunded given back so far
 * @param amountDue still to be paid
 * @param lineItems in order
 * @param metadata free
 * @param notes free
 * @param invoiceId the invoice that is the commercial truth
 * @param subscriptionId null unless recurring
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param paidAt null until paid
 * @param canceledAt null unless canceled
 * @param fulfilledAt null until fulfilled
 * @param expiresAt null when it does not expire
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Order(
        String id,
        String publicId,
        @Nullable String customerId,
        OpenEnum<OrderStatus> status,
        OpenEnum<BillingType> billingType,
        @Nullable OpenEnum<FulfillmentStatus> fulfillmentStatus,
        String currency,
        long subtotal,
        long discount,
        long tax,
        long total,
        long amountPaid,
        long amountRefunded,
        long amountDue,
        List<OrderLine> lineItems,
        Map<String, Object> metadata,
        @Nullable String notes,
        @Nullable String invoiceId,
        @Nullable String subscriptionId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant paidAt,
        @Nullable Instant canceledAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant expiresAt,
        Map<String, Object> extra) {

    static Order read(Fields f) {
        return new Order(
                f.needText("id"),
                f.textOr("public_id", ""),
                f.text("customer_id"),
                f.needWord("status", OrderStatus.class),
                f.wordOr("billing_type", BillingType.class, BillingType.ONE_TIME),
                f.word("fulfillment_status", FulfillmentStatus.class),
                f.needText("currency"),
                f.needNumber("subtotal"),
                f.numberOr("discount", 0),
                f.numberOr("tax", 0),
                f.needNumber("total"),
                f.numberOr("amount_paid", 0),
                f.numberOr("amount_refunded", 0),
                f.needNumber("amount_due"),
                f.list("line_items", OrderLine::read),
                f.map("metadata"),
                f.text("notes"),
                f.text("invoice_id"),
                f.text("subscription_id"),
                f.time("created_at"),
                f.time("updated_at"),
                f.time("paid_at"),
                f.time("canceled_at"),
                f.time("fulfilled_at"),
                f.time("expires_at"),
                f.extra());
    }
}
