package io.keentill.revkeen.checkout;

/** States of a checkout session seen so far (section C.6). */
public enum CheckoutStatus {
    OPEN,
    PENDING,
    COMPLETE,
    EXPIRED
}
