package io.keentill.revkeen.products;

/** What sort of product. */
public enum ProductKind {
    SUBSCRIPTION,
    ONE_TIME,
    USAGE
}
