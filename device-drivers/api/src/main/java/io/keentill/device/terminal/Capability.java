package io.keentill.device.terminal;

/** What a terminal can do beyond taking a payment. The till offers nothing that is not among them. */
public enum Capability {
    /** Money back without a link to an earlier payment. */
    REFUND,
    /** Undoing a payment before settlement. */
    REVERSAL,
    /** Stopping a payment from the till. */
    CANCEL,
    /** Being asked for any earlier attempt by our reference. */
    QUERY_BY_REFERENCE,
    /** Being asked for its last payment only. */
    QUERY_LAST,
    /** Approving less than asked. */
    PARTIAL_APPROVAL,
    /** Closing its day. */
    END_OF_DAY,
    /** Giving the receipt text to the till. */
    TILL_PRINTS
}
