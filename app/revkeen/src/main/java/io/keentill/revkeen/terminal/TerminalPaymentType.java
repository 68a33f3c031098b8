package io.keentill.revkeen.terminal;

/** What a terminal was asked to do. */
public enum TerminalPaymentType {
    SALE,
    REFUND,
    VOID
}
