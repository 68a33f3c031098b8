package io.keentill.revkeen.paymentlinks;

/** What a payment link is for. */
public enum PaymentLinkMode {
    INVOICE,
    SUBSCRIPTION,
    CUSTOM
}
