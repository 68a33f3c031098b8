package io.keentill.launcher;

/** A command cannot go on; the message is one clear sentence for whoever typed it. Exit status 1. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and what to do. */
    public Problem(CharSequence message) {
        super(message.toString());
    }

    /** Says what is wrong and what to do, and keeps why. */
    public Problem(CharSequence message, Throwable cause) {
        super(message.toString(), cause);
    }

    /** For an exception whose message is already for people. */
    public static Problem because(Throwable cause) {
        return new Problem(String.valueOf(cause.getMessage()), cause);
    }
}
