package io.keentill.revkeen.creditnotes;

/** Where credited money goes. */
public enum CreditMethod {
    REFUND_TO_PAYMENT_METHOD,
    CUSTOMER_BALANCE,
    EXTERNAL
}
