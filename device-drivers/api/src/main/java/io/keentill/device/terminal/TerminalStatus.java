package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Whether a terminal can take a payment now, and who it is.
 *
 * @param state the short answer
 * @param message for people, empty when ready
 * @param identity what it says of itself, as far as it is known
 */
public record TerminalStatus(State state, Sentence message, TerminalIdentity identity) {

    /** The short answer. */
    public enum State {
        /** Takes a payment now. */
        READY,
        /** Doing something else. */
        BUSY,
        /** Answers, but needs something done first; the message says what. */
        ATTENTION,
        /** Has to be paired first. */
        NOT_PAIRED,
        /** Does not answer. */
        UNREACHABLE
    }

    /** The same with words as they are, which are shown untranslated unless they are a sentence. */
    public TerminalStatus(State state, CharSequence message, TerminalIdentity identity) {
        this(state, Sentence.from(message), identity);
    }

    /** One that said no more of itself than this. */
    public TerminalStatus(State state, CharSequence message, @Nullable String terminalId, @Nullable String software) {
        this(state, Sentence.from(message), new TerminalIdentity(terminalId, null, null, software));
    }

    /** Not reached, because of {@code why}. */
    public static TerminalStatus unreachable(CharSequence why) {
        return new TerminalStatus(State.UNREACHABLE, Sentence.from(why), TerminalIdentity.NONE);
    }

    /** The TID, if it said. */
    public @Nullable String terminalId() {
        return identity.terminalId();
    }

    /** Its software version, if it said. */
    public @Nullable String software() {
        return identity.software();
    }
}
