package io.keentill.device.terminal;

import org.jspecify.annotations.Nullable;

/**
 * Whether a terminal can take a payment now.
 *
 * @param state the short answer
 * @param message for people, empty when ready
 * @param terminalId the TID, if it said
 * @param software its software version, if it said
 */
public record TerminalStatus(
        State state,
        String message,
        @Nullable String terminalId,
        @Nullable String software) {

    /** The short answer. */
    public enum State {
        /** Takes a payment now. */
        READY,
        /** Doing something else. */
        BUSY,
        /** Answers, but needs something done first; the message says what. */
        ATTENTION,
        /** Does not answer. */
        UNREACHABLE
    }

    /** Not reached, because of {@code why}. */
    public static TerminalStatus unreachable(String why) {
        return new TerminalStatus(State.UNREACHABLE, why, null, null);
    }
}
