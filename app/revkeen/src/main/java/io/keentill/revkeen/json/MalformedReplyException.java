package io.keentill.revkeen.json;

/** A reply that is not JSON, or lacks a field without which it means nothing. Never leaves the module. */
public final class MalformedReplyException extends RuntimeException {
    /** @param message which field or byte was wrong */
    public MalformedReplyException(String message) {
        super(message);
    }
}
