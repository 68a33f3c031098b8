package io.keentill.revkeen.voids;

/** Why a payment is undone. */
public enum VoidReason {
    CUSTOMER_REQUEST,
    DUPLICATE,
    FRAUDULENT,
    ERROR,
    OTHER
}
