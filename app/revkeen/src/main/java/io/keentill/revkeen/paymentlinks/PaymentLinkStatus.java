package io.keentill.revkeen.paymentlinks;

/** States of a payment link (section C.6); whether it is switched on is its {@link LinkState}. */
public enum PaymentLinkStatus {
    DRAFT,
    ACTIVE,
    EXPIRED,
    COMPLETED
}
