package io.keentill.revkeen.terminal;

/** How the card was read. */
public enum EntryMode {
    CONTACTLESS,
    EMV_CHIP,
    MAGNETIC_STRIPE,
    MANUAL_ENTRY,
    FALLBACK
}
