package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;

/** How setting a terminal up went, or changing it. */
public sealed interface SetUpResult {

    /**
     * Done.
     *
     * @param notes what somebody should know besides, in sentences; empty if nothing
     */
    record Done(KnownTerminal terminal, Sentence notes) implements SetUpResult {}

    /** Not done, and nothing changed at the till; the message says why and what to do. */
    record Refused(Sentence message) implements SetUpResult {}
}
