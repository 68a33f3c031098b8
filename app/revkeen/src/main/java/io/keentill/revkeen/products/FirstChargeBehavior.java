package io.keentill.revkeen.products;

/** When a subscription to a product is charged first. */
public enum FirstChargeBehavior {
    IMMEDIATE,
    NEXT_ANCHOR,
    PRORATE
}
