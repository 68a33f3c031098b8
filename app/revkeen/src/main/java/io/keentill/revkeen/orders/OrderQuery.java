package io.keentill.revkeen.orders;

import io.keentill.revkeen.http.Paths;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Filters of {@code GET /orders}.
 *
 * @param customerId uuid
 * @param status only these
 * @param billingType only these
 * @param createdGte from this second on
 * @param createdLte up to this second
 */
public record OrderQuery(
        @Nullable String customerId,
        @Nullable OrderStatus status,
        @Nullable BillingType billingType,
        @Nullable Instant createdGte,
        @Nullable Instant createdLte) {

    /** No filter. */
    public static OrderQuery any() {
        return new OrderQuery(null, null, null, null, null);
    }

    /** The same with customerId: uuid. */
    public OrderQuery withCustomerId(String value) {
        return new OrderQuery(value, status, billingType, createdGte, createdLte);
    }

    /** The same with status: only these. */
    public OrderQuery withStatus(OrderStatus value) {
        return new OrderQuery(customerId, value, billingType, createdGte, createdLte);
    }

    /** The same with billingType: only these. */
    public OrderQuery withBillingType(BillingType value) {
        return new OrderQuery(customerId, status, value, createdGte, createdLte);
    }

    /** The same with createdGte: from this second on. */
    public OrderQuery withCreatedGte(Instant value) {
        return new OrderQuery(customerId, status, billingType, value, createdLte);
    }

    /** The same with createdLte: up to this second. */
    public OrderQuery withCreatedLte(Instant value) {
        return new OrderQuery(customerId, status, billingType, createdGte, value);
    }

    Paths.Query query() {
        return new Paths.Query()
                .put("customer_id", customerId)
                .put("status", status)
                .put("billing_type", billingType)
                .put("created_gte", createdGte)
                .put("created_lte", createdLte);
    }
}
