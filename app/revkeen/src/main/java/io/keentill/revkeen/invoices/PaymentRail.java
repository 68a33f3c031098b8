package io.keentill.revkeen.invoices;

/** A way to pay an invoice. */
public enum PaymentRail {
    CARD,
    DIRECT_DEBIT,
    PAY_BY_BANK,
    IN_STORE
}
