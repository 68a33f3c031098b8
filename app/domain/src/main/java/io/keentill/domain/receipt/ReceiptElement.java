package io.keentill.domain.receipt;

/** One piece of a receipt, free of any printer: text printers, screens and PDF lay it out each in their own way. */
public sealed interface ReceiptElement {

    /** Where a text stands on the paper. */
    enum Align {
        /** At the left edge. */
        LEFT,
        /** In the middle. */
        CENTRE,
        /** At the right edge. */
        RIGHT
    }

    /** A line of text; it wraps at words if it does not fit. {@code large} is twice as wide and high. */
    record Text(String text, Align align, boolean bold, boolean large) implements ReceiptElement {}

    /** Text at the left and a figure at the right of the same line; a text too long wraps before the figure. */
    record Columns(String left, String right, boolean bold) implements ReceiptElement {}

    /** A line across the paper. */
    record Rule() implements ReceiptElement {}

    /** Empty paper of one line. */
    record Blank() implements ReceiptElement {}

    /** Something to scan: the receipt's own code. */
    record Code(String data, Symbology symbology) implements ReceiptElement {}

    /** Kinds of code. */
    enum Symbology {
        /** Square code, any text. */
        QR,
        /** Bars, printable ASCII. */
        CODE_128
    }
}
