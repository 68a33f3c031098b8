package io.keentill.domain.payment;

/** How the card was read, in the words of RevKeen's {@code entry_mode}. */
public enum EntryMode {
    /** Tapped. */
    CONTACTLESS,
    /** Inserted. */
    EMV_CHIP,
    /** Swiped. */
    MAGNETIC_STRIPE,
    /** Keyed in. */
    MANUAL_ENTRY,
    /** Swiped because the chip failed. */
    FALLBACK,
    /** The terminal did not say. */
    UNKNOWN
}
