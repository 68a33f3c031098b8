package io.keentill.revkeen.paymentmethods;

/** The scheme of a card. */
public enum CardBrand {
    VISA,
    MASTERCARD,
    AMEX,
    DISCOVER,
    DINERS,
    JCB,
    UNIONPAY,
    UNKNOWN
}
