package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;

/** How pairing went. */
public sealed interface Pairing {

    /** Paired, and what is needed from now on is kept in the {@link io.keentill.device.link.SecretStore}. */
    record Paired(TerminalIdentity identity) implements Pairing {}

    /** Not paired; {@code message} says why and what to do. Whatever was paired before still is. */
    record NotPaired(Sentence message) implements Pairing {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public NotPaired(CharSequence message) {
            this(Sentence.from(message));
        }
    }
}
