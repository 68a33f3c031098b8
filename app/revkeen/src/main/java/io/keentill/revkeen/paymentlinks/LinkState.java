package io.keentill.revkeen.paymentlinks;

/** Whether a payment link is switched on; {@link #ARCHIVED} is final (section C.6). */
public enum LinkState {
    ACTIVE,
    INACTIVE,
    ARCHIVED
}
