package io.keentill.revkeen.paymentlinks;

/** Whether customers take all products of a link, or choose. */
public enum SelectionMode {
    BUNDLE,
    SINGLE_SELECT,
    MULTI_SELECT
}
