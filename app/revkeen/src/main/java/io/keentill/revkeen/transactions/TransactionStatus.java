package io.keentill.revkeen.transactions;

/** States of a transaction. */
public enum TransactionStatus {
    PENDING,
    SUCCEEDED,
    FAILED,
    VOIDED
}
