package io.keentill.revkeen.paymentmethods;

/** What a stored payment method is. */
public enum PaymentMethodType {
    CARD,
    BANK_ACCOUNT,
    US_BANK_ACCOUNT,
    BACS_DIRECT_DEBIT
}
