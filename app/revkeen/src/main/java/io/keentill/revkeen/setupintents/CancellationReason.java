package io.keentill.revkeen.setupintents;

/** Why a setup intent ends. */
public enum CancellationReason {
    ABANDONED,
    REQUESTED_BY_CUSTOMER,
    DUPLICATE
}
