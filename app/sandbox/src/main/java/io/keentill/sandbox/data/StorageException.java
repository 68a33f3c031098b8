package io.keentill.sandbox.data;

/** The database file cannot be opened, read or written: the message names what was tried. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What failed and the driver's own reason. */
    public StorageException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
