package io.keentill.revkeen.discounts;

/** What of an order a discount touches. */
public enum DiscountScope {
    ENTIRE_ORDER,
    SPECIFIC_PRODUCTS,
    SUBSCRIPTION_ONLY,
    ONE_TIME_ONLY
}
