package io.keentill.device.zvt.emulator;

/** What becomes of a payment that the host approved, if the till never says 80 00 to its 04 0F. */
public enum CommitPolicy {
    /** It is reversed, as the specification wants it. */
    STRICT,
    /** It stands, as some terminals in the field do. An explicit refusal of the till still reverses it. */
    BOOKS_AT_HOST
}
