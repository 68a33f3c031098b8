package io.keentill.device.terminal;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;

/** How closing the terminal's day went. */
public sealed interface Settlement {

    /** Closed with these totals. Nothing to settle is closed too, with zero. */
    record Closed(Totals totals) implements Settlement {

        /** Closed with a terminal that says no more than this. */
        public Closed(int count, Money net) {
            this(new Totals(count, net));
        }
    }

    /** Not closed; {@code message} says why and what to do. The day stays open. */
    record NotClosed(Sentence message) implements Settlement {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public NotClosed(CharSequence message) {
            this(Sentence.from(message));
        }
    }

    /** The terminal was asked and its answer is missing; {@code message} says how to find out. Closing again is safe. */
    record NotKnown(Sentence message) implements Settlement {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public NotKnown(CharSequence message) {
            this(Sentence.from(message));
        }
    }
}
