package io.keentill.revkeen.payments;

/** Which way the money came. */
public enum PaymentChannel {
    CARD_PRESENT,
    CARD_NOT_PRESENT,
    BANK_TRANSFER,
    MANUAL
}
