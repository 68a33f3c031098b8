package io.keentill.device.printer;

import io.keentill.domain.text.Sentence;

/** How a print job went. */
public sealed interface PrintResult {

    /** The printer took all of it. */
    record Printed() implements PrintResult {}

    /** Not, or not wholly, printed; {@code message} says why and what to do. The receipt can be printed again. */
    record NotPrinted(Sentence message) implements PrintResult {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public NotPrinted(CharSequence message) {
            this(Sentence.from(message));
        }
    }
}
