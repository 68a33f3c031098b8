package io.keentill.engine.setup;

import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;

/** Why something of RevKeen's was not taken over, for people. */
public final class WhyNot {

    private WhyNot() {}

    /** What the exception says; where it says nothing to people, that the till cannot use it, with its words. */
    public static Sentence of(RuntimeException e) {
        return Spoken.in(e).orElseGet(() -> unusable(String.valueOf(e.getMessage())));
    }

    /** The same for one that could not even be read; RevKeen's client names it before a colon. */
    public static Sentence unreadable(String named) {
        String[] parts = named.split(": ", 2);
        return Sentence.of("setup.unreadable", "{0}: {1}", parts[0], unusable(parts[parts.length - 1]));
    }

    /** That it is not what the till can use, with the words of whoever read it. */
    public static Sentence unusable(String words) {
        return Sentence.of("setup.it-is-not-usable", "this till cannot use it as it is ({0})", Sentence.quoted(words));
    }
}
