package io.keentill.revkeen.paymentintents;

/** Why an intent is canceled. */
public enum CancellationReason {
    DUPLICATE,
    FRAUDULENT,
    REQUESTED_BY_CUSTOMER,
    ABANDONED,
    FAILED_INVOICE
}
