package io.keentill.revkeen.charges;

/** States of a charge (section C.6). */
public enum ChargeStatus {
    PENDING,
    PROCESSING,
    SUCCEEDED,
    FAILED,
    REFUNDED,
    PARTIALLY_REFUNDED,
    VOIDED
}
