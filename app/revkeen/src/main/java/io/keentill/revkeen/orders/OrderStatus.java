package io.keentill.revkeen.orders;

/** States of an order (section C.1). */
public enum OrderStatus {
    DRAFT,
    PENDING,
    PAID,
    PARTIALLY_PAID,
    REFUNDED,
    CANCELED,
    FULFILLED
}
