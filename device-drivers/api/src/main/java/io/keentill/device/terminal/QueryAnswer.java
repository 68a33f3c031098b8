package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;

/** What a terminal can say of an earlier attempt. */
public sealed interface QueryAnswer {

    /** It ended like this; never {@link Outcome.Unknown}. */
    record Found(Outcome outcome) implements QueryAnswer {}

    /** It certainly never ran, and will not: nothing was charged. */
    record NotFound() implements QueryAnswer {}

    /** It is still running: ask again. */
    record InProgress() implements QueryAnswer {}

    /** The terminal could be asked but cannot decide, for instance because a later payment is its last one. */
    record CannotTell(Sentence why) implements QueryAnswer {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public CannotTell(CharSequence why) {
            this(Sentence.from(why));
        }
    }

    /** The terminal could not be reached: ask again. */
    record Unreachable(Sentence why) implements QueryAnswer {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public Unreachable(CharSequence why) {
            this(Sentence.from(why));
        }
    }
}
