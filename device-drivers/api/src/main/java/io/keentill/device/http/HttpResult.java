package io.keentill.device.http;

import io.keentill.domain.text.Sentence;

/** How an exchange ended. What it means for money is the driver's to say. */
public sealed interface HttpResult {

    /** A whole, well-formed answer. */
    record Answered(HttpReply reply) implements HttpResult {}

    /** Certainly no byte of the request left; {@code why} is for people. */
    record NotSent(Sentence why) implements HttpResult {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public NotSent(CharSequence why) {
            this(Sentence.from(why));
        }
    }

    /**
     * The request may have arrived, and there is no whole, well-formed answer to it: the link was lost, time ran out, or
     * what came is no HTTP. {@code why} is for people.
     */
    record NoAnswer(Sentence why) implements HttpResult {

        /** The same with words as they are, which are shown untranslated unless they are a sentence. */
        public NoAnswer(CharSequence why) {
            this(Sentence.from(why));
        }
    }
}
