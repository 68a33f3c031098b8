package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;

/** What came of asking for the last receipt again. */
public sealed interface Reprint {

    /** The till is to print this, marked as a copy. */
    record Text(Outcome.TerminalReceipts receipts) implements Reprint {}

    /** The terminal printed it itself. */
    record AtTerminal() implements Reprint {}

    /** No receipt; {@code message} says why and what to do. */
    record NotPrinted(Sentence message) implements Reprint {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public NotPrinted(CharSequence message) {
            this(Sentence.from(message));
        }
    }
}
