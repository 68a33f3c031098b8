package io.keentill.revkeen.orders;

import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /orders}.
 *
 * @param currency ISO 4217
 * @param lineItems at least one
 * @param customerId uuid; without it a guest
 * @param billingType one_time unless said
 * @param metadata free
 * @param notes up to 1000 characters
 * @param expiresAt when an unpaid order lapses
 * @param invoiceId uuid
 * @param subscriptionId uuid
 */
public record OrderRequest(
        String currency,
        List<OrderLineRequest> lineItems,
        @Nullable String customerId,
        @Nullable BillingType billingType,
        Map<String, Object> metadata,
        @Nullable String notes,
        @Nullable Instant expiresAt,
        @Nullable String invoiceId,
        @Nullable String subscriptionId) {

    /** Takes copies of the collections. */
    public OrderRequest {
        lineItems = List.copyOf(lineItems);
        metadata = Json.freeze(metadata);
    }

    /** With what is required; everything else as the API defaults it. */
    public static OrderRequest of(String currency, List<OrderLineRequest> lineItems) {
        return new OrderRequest(currency, lineItems, null, null, Map.of(), null, null, null, null);
    }

    /** The same with customerId: uuid; without it a guest. */
    public OrderRequest withCustomerId(String value) {
        return new OrderRequest(
                currency, lineItems, value, billingType, metadata, notes, expiresAt, invoiceId, subscriptionId);
    }

    /** The same with billingType: one_time unless said. */
    public OrderRequest withBillingType(BillingType value) {
        return new OrderRequest(
                currency, lineItems, customerId, value, metadata, notes, expiresAt, invoiceId, subscriptionId);
    }

    /** The same with metadata: free. */
    public OrderRequest withMetadata(Map<String, Object> value) {
        return new OrderRequest(
                currency, lineItems, customerId, billingType, value, notes, expiresAt, invoiceId, subscriptionId);
    }

    /** The same with notes: up to 1000 characters. */
    public OrderRequest withNotes(String value) {
        return new OrderRequest(
                currency, lineItems, customerId, billingType, metadata, value, expiresAt, invoiceId, subscriptionId);
    }

    /** The same with expiresAt: when an unpaid order lapses. */
    public OrderRequest withExpiresAt(Instant value) {
        return new OrderRequest(
                currency, lineItems, customerId, billingType, metadata, notes, value, invoiceId, subscriptionId);
    }

    /** The same with invoiceId: uuid. */
    public OrderRequest withInvoiceId(String value) {
        return new OrderRequest(
                currency, lineItems, customerId, billingType, metadata, notes, expiresAt, value, subscriptionId);
    }

    /** The same with subscriptionId: uuid. */
    public OrderRequest withSubscriptionId(String value) {
        return new OrderRequest(
                currency, lineItems, customerId, billingType, metadata, notes, expiresAt, invoiceId, value);
    }

    Body body() {
        return new Body()
                .put("currency", currency)
                .putList("line_items", lineItems, OrderLineRequest::body)
                .put("customer_id", customerId)
                .put("billing_type", billingType)
                .putMap("metadata", metadata)
                .put("notes", notes)
                .put("expires_at", expiresAt)
                .put("invoice_id", invoiceId)
                .put("subscription_id", subscriptionId);
    }
}
