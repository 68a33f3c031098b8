package io.keentill.revkeen.orders;

/** How far an order has been handed over. */
public enum FulfillmentStatus {
    UNFULFILLED,
    PARTIAL,
    FULFILLED,
    RETURNED
}
