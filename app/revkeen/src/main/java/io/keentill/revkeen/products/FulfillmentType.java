package io.keentill.revkeen.products;

/** How a product reaches its buyer. */
public enum FulfillmentType {
    NONE,
    DIGITAL,
    PHYSICAL
}
