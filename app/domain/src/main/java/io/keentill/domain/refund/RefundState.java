package io.keentill.domain.refund;

/** Where a refund stands. OPEN → CLOSED once all that is to go back went back; OPEN → ABANDONED if nothing did. */
public enum RefundState {
    /** Begun: its amount is set aside, so that nobody gives it back a second time. */
    OPEN,
    /** All of it went back, with a number of its own. Never changes again. */
    CLOSED,
    /** Given up before anything went back. Never changes again. */
    ABANDONED
}
