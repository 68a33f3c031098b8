package io.keentill.revkeen;

/**
 * A base URL and a key that are not to be used together. The message says for people what to change, and never holds the
 * key.
 */
public final class UnusableTargetException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with them. */
    public enum Reason {
        /** The base URL is none, or has more in it than a host and a path. */
        ADDRESS,
        /** The key cannot be one. */
        KEY_FORM,
        /** The live environment was given another environment's key. */
        NOT_LIVE,
        /** The test environment was given another environment's key. */
        NOT_TEST,
        /** The key would cross a network without TLS. */
        IN_THE_CLEAR,
        /** The host is neither RevKeen's nor this machine, and was not allowed. */
        HOST
    }

    private final Reason reason;
    private final String words;
    private final String host;

    /** Because of {@code reason}, in these words; {@code host} as far as it is known. */
    public UnusableTargetException(Reason reason, String words, String host) {
        super(words);
        this.reason = reason;
        this.words = words;
        this.host = host;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** The message. */
    public String words() {
        return words;
    }

    /** The host of the base URL; empty if it has none. */
    public String host() {
        return host;
    }
}
