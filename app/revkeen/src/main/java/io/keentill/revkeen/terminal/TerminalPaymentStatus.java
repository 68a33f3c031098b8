package io.keentill.revkeen.terminal;

/** States of a terminal payment (section C.2). */
public enum TerminalPaymentStatus {
    REQUESTED,
    IN_PROGRESS,
    APPROVED,
    DECLINED,
    CANCELLED,
    ERROR,
    TIMED_OUT,
    STANDALONE_APPROVED,
    STANDALONE_DECLINED
}
