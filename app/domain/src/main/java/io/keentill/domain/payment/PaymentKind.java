package io.keentill.domain.payment;

/** What an attempt on a terminal is to do. */
public enum PaymentKind {
    /** Take money. */
    SALE,
    /** Give money back on a settled payment, or without one. */
    REFUND,
    /** Undo an unsettled payment as a whole (void). */
    REVERSAL
}
