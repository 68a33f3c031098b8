package io.keentill.revkeen.products;

/** When a subscription to a product ends by itself. */
public enum EndBehavior {
    UNTIL_CANCELED,
    FIXED_PAYMENTS
}
