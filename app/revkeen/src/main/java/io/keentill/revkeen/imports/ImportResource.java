package io.keentill.revkeen.imports;

/** What can be imported. */
public enum ImportResource {
    CUSTOMERS,
    PRODUCTS,
    INVOICES
}
