package io.keentill.domain.payment;

/** What an attempt on a terminal is to do. */
public enum PaymentKind {
    /** Take money. */
    SALE,
    /** Give money back on a settled payment, or without one. */
    REFUND,
    /** Undo an unsettled payment as a whole (void). */
    REVERSAL,
    /** Hold money on a card without taking it. */
    PRE_AUTHORISATION,
    /** Take what was held, or part of it. */
    COMPLETION,
    /** Let go of what was held without taking it. */
    RELEASE
}
