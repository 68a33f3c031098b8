package io.keentill.revkeen.products;

/** Whether prices include tax. */
public enum TaxBehavior {
    EXCLUSIVE,
    INCLUSIVE,
    LOCATION
}
