package io.keentill.revkeen.checkout;

/** The ways in which an invoice or a checkout can be paid. */
public enum PaymentRail {
    CARD,
    DIRECT_DEBIT,
    PAY_BY_BANK,
    IN_STORE
}
