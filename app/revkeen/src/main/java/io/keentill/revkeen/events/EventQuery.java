package io.keentill.revkeen.events;

import io.keentill.revkeen.http.Paths;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Filters of {@code GET /events}.
 *
 * @param type one type
 * @param types several, with commas
 * @param customerId uuid
 * @param invoiceId uuid
 * @param subscriptionId uuid
 * @param orderId uuid
 * @param createdGte from this second on
 * @param createdLte up to this second
 */
public record EventQuery(
        @Nullable String type,
        @Nullable String types,
        @Nullable String customerId,
        @Nullable String invoiceId,
        @Nullable String subscriptionId,
        @Nullable String orderId,
        @Nullable Instant createdGte,
        @Nullable Instant createdLte) {

    /** No filter. */
    public static EventQuery any() {
        return new EventQuery(null, null, null, null, null, null, null, null);
    }

    /** The same with type: one type. */
    public EventQuery withType(String value) {
        return new EventQuery(value, types, customerId, invoiceId, subscriptionId, orderId, createdGte, createdLte);
    }

    /** The same with types: several, with commas. */
    public EventQuery withTypes(String value) {
        return new EventQuery(type, value, customerId, invoiceId, subscriptionId, orderId, createdGte, createdLte);
    }

    /** The same with customerId: uuid. */
    public EventQuery withCustomerId(String value) {
        return new EventQuery(type, types, value, invoiceId, subscriptionId, orderId, createdGte, createdLte);
    }

    /** The same with invoiceId: uuid. */
    public EventQuery withInvoiceId(String value) {
        return new EventQuery(type, types, customerId, value, subscriptionId, orderId, createdGte, createdLte);
    }

    /** The same with subscriptionId: uuid. */
    public EventQuery withSubscriptionId(String value) {
        return new EventQuery(type, types, customerId, invoiceId, value, orderId, createdGte, createdLte);
    }

    /** The same with orderId: uuid. */
    public EventQuery withOrderId(String value) {
        return new EventQuery(type, types, customerId, invoiceId, subscriptionId, value, createdGte, createdLte);
    }

    /** The same with createdGte: from this second on. */
    public EventQuery withCreatedGte(Instant value) {
        return new EventQuery(type, types, customerId, invoiceId, subscriptionId, orderId, value, createdLte);
    }

    /** The same with createdLte: up to this second. */
    public EventQuery withCreatedLte(Instant value) {
        return new EventQuery(type, types, customerId, invoiceId, subscriptionId, orderId, createdGte, value);
    }

    Paths.Query query() {
        return new Paths.Query()
                .put("type", type)
                .put("types", types)
                .put("customer_id", customerId)
                .put("invoice_id", invoiceId)
                .put("subscription_id", subscriptionId)
                .put("order_id", orderId)
                .put("created_gte", createdGte)
                .put("created_lte", createdLte);
    }
}
