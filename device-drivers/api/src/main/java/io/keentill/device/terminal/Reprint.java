package io.keentill.device.terminal;

/** What came of asking for the last receipt again. */
public sealed interface Reprint {

    /** The till is to print this, marked as a copy. */
    record Text(Outcome.TerminalReceipts receipts) implements Reprint {}

    /** The terminal printed it itself. */
    record AtTerminal() implements Reprint {}

    /** No receipt; {@code message} says why and what to do. */
    record NotPrinted(String message) implements Reprint {}
}
