package io.keentill.revkeen.paymentintents;

/** Whether a confirmed intent takes its money at once. */
public enum CaptureMethod {
    AUTOMATIC,
    MANUAL
}
