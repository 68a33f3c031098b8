package io.keentill.engine.install;

/** How setting a terminal up went, or changing it. */
public sealed interface SetUpResult {

    /**
     * Done.
     *
     * @param notes what somebody should know besides, in sentences; empty if nothing
     */
    record Done(KnownTerminal terminal, String notes) implements SetUpResult {}

    /** Not done, and nothing changed at the till; the message says why and what to do. */
    record Refused(String message) implements SetUpResult {}
}
