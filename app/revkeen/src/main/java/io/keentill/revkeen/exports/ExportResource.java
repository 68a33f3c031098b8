package io.keentill.revkeen.exports;

/** What can be exported. */
public enum ExportResource {
    CUSTOMERS,
    INVOICES,
    TRANSACTIONS,
    SUBSCRIPTIONS,
    PRODUCTS,
    PAYMENT_METHODS
}
