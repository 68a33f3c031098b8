package io.keentill.revkeen.setupintents;

/** States of a setup intent. */
public enum SetupIntentStatus {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    PROCESSING,
    SUCCEEDED,
    CANCELED
}
