package io.keentill.revkeen.payouts;

/** States of a payout (section C.6). */
public enum PayoutStatus {
    PENDING,
    IN_TRANSIT,
    PAID,
    FAILED,
    CANCELED
}
