package io.keentill.sandbox;

/** The sandbox cannot start: the message says what was wrong and what to do, fit to be shown. */
public final class SandboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
