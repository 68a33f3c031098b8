package io.keentill.revkeen.transactions;

/** What a transaction does. */
public enum TransactionType {
    SALE,
    REFUND,
    VOID,
    CAPTURE,
    DISPUTE,
    ADJUSTMENT
}
