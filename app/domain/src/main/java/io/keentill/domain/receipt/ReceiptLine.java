package io.keentill.domain.receipt;

import io.keentill.domain.receipt.ReceiptElement.Align;

/** One line of a receipt after it was laid out for a paper of fixed width. */
public sealed interface ReceiptLine {

    /**
     * Words that fit the paper: at most its columns, or half of them if large.
     *
     * @param text without control characters; code points count as columns
     * @param align where it stands
     * @param bold heavier
     * @param large twice as wide and high
     */
    record Words(String text, Align align, boolean bold, boolean large) implements ReceiptLine {}

    /** Something to scan, in the middle. */
    record Scannable(ReceiptElement.Code code) implements ReceiptLine {}
}
