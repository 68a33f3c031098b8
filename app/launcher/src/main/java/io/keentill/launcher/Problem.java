package io.keentill.launcher;

/** A command cannot go on; the message is one clear sentence for whoever typed it. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 2L;

    private final ExitStatus status;

    /** Says what is wrong and what to do. */
    public Problem(CharSequence message) {
        this(ExitStatus.NOT_DONE, message);
    }

    /** Says what is wrong and what to do, and what a script is told. */
    public Problem(ExitStatus status, CharSequence message) {
        super(message.toString());
        this.status = status;
    }

    /** Says what is wrong and what to do, and keeps why. */
    public Problem(CharSequence message, Throwable cause) {
        this(ExitStatus.NOT_DONE, message, cause);
    }

    private Problem(ExitStatus status, CharSequence message, Throwable cause) {
        super(message.toString(), cause);
        this.status = status;
    }

    /** For an exception whose message is already for people. */
    public static Problem because(Throwable cause) {
        return because(ExitStatus.NOT_DONE, cause);
    }

    /** The same, and what a script is told. */
    public static Problem because(ExitStatus status, Throwable cause) {
        return new Problem(status, String.valueOf(cause.getMessage()), cause);
    }

    /** What the command ends with. */
    public ExitStatus status() {
        return status;
    }
}
