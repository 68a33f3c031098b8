package io.keentill.device.terminal;

/** What a terminal can do beyond taking a payment. The till offers nothing that is not among them. */
public enum Capability {
    /** Money back to a card presented now, without a link to an earlier payment. */
    REFUND,
    /** Money back on an earlier payment that the terminal or host is told of; whole or in part. */
    LINKED_REFUND,
    /** Undoing a payment before settlement. */
    REVERSAL,
    /** Holding money, taking it later in whole or in part, and letting go of it. */
    PRE_AUTHORISATION,
    /** Stopping a payment from the till. */
    CANCEL,
    /** Being asked for any earlier attempt by our reference. */
    QUERY_BY_REFERENCE,
    /** Being asked for its last payment only. */
    QUERY_LAST,
    /** Approving less than asked. */
    PARTIAL_APPROVAL,
    /** Telling its totals without closing its day (X report). */
    TOTALS,
    /** Closing its day (Z report). */
    END_OF_DAY,
    /** Giving the receipt of its last payment again. */
    REPRINT,
    /** Giving the receipt text to the till. */
    TILL_PRINTS,
    /** Having to be paired before its first payment. */
    PAIRING
}
