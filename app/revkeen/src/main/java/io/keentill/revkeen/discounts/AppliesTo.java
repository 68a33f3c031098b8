package io.keentill.revkeen.discounts;

/** On what a discount works. */
public enum AppliesTo {
    ALL,
    SPECIFIC_PRODUCTS
}
