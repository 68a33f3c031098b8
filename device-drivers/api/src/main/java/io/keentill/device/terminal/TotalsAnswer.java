package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;

/** What came of asking for the totals. */
public sealed interface TotalsAnswer {

    /** These. */
    record Told(Totals totals) implements TotalsAnswer {}

    /** None; {@code message} says why and what to do. */
    record NotTold(Sentence message) implements TotalsAnswer {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public NotTold(CharSequence message) {
            this(Sentence.from(message));
        }
    }
}
