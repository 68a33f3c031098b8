package io.keentill.revkeen.paymentlinks;

/** Whether prices contain the tax; a price of its own is never {@link #UNSPECIFIED}. */
public enum LinkTaxBehavior {
    EXCLUSIVE,
    INCLUSIVE,
    UNSPECIFIED
}
