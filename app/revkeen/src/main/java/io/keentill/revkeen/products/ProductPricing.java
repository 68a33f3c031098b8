package io.keentill.revkeen.products;

/** How a product is priced. */
public enum ProductPricing {
    ONE_TIME,
    RECURRING,
    USAGE
}
