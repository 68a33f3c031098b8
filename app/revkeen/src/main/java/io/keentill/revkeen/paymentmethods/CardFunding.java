package io.keentill.revkeen.paymentmethods;

/** What a card draws on. */
public enum CardFunding {
    CREDIT,
    DEBIT,
    PREPAID,
    UNKNOWN
}
