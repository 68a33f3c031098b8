package io.keentill.device.nexo.message;

/** A message that is malformed, or not from whom it says: nothing in it may be believed. */
public final class UntrustedMessage extends Exception {

    private static final long serialVersionUID = 1L;

    /** Because of {@code why}; holds nothing secret. */
    public UntrustedMessage(String why) {
        super(why);
    }
}
