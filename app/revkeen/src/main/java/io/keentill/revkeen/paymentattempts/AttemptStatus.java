package io.keentill.revkeen.paymentattempts;

/** How an attempt at a payment stands (section B.21). */
public enum AttemptStatus {
    PENDING,
    SUCCEEDED,
    FAILED,
    CANCELED
}
