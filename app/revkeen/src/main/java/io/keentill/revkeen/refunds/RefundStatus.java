package io.keentill.revkeen.refunds;

/** States of a refund (section C.6). */
public enum RefundStatus {
    PENDING,
    PROCESSING,
    SUCCEEDED,
    FAILED,
    CANCELED
}
