package io.keentill.domain.text;

import java.util.Optional;
import java.util.stream.Stream;

/** An exception whose message is for people: it can be said in their language. */
public interface Spoken {

    /** Its message, to be shown in any language. */
    Sentence said();

    /** What an exception says: in any language if it can, otherwise the words of system or library as they are. */
    static Sentence by(Throwable e) {
        return in(e).orElseGet(() -> Sentence.quoted(String.valueOf(e.getMessage())));
    }

    /** What it or, if it only wraps another one, the first of its causes says; empty if none of them speaks to people. */
    static Optional<Sentence> in(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(20) // causes that lead back to themselves end as well
                .filter(Spoken.class::isInstance)
                .map(spoken -> ((Spoken) spoken).said())
                .findFirst();
    }
}
