package io.keentill.revkeen.payments;

/** States of a money movement. */
public enum PaymentStatus {
    PENDING,
    AUTHORIZED,
    CAPTURED,
    SUCCEEDED,
    FAILED,
    VOIDED,
    REFUNDED,
    PARTIALLY_REFUNDED
}
