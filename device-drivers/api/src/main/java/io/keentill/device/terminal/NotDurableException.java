package io.keentill.device.terminal;

/** The till could not write down what it must know before going on: disk full, read-only or broken. */
public final class NotDurableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what could not be stored and why. */
    public NotDurableException(String message, Throwable cause) {
        super(message, cause);
    }
}
