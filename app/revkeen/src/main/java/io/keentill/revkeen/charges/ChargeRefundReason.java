package io.keentill.revkeen.charges;

/** Why a charge is refunded. */
public enum ChargeRefundReason {
    DUPLICATE,
    FRAUDULENT,
    REQUESTED_BY_CUSTOMER,
    OTHER
}
