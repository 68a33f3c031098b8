package io.keentill.revkeen.discounts;

/** What the value means. */
public enum DiscountType {
    PERCENTAGE,
    FIXED_AMOUNT
}
