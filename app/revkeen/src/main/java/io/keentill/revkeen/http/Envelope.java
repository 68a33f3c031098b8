package io.keentill.revkeen.http;

/** How a list is walked (section A.7). */
public enum Envelope {
    /** {@code starting_after} with the last id (P1 to P4). */
    CURSOR,
    /** {@code offset} (P6 to P9). */
    OFFSET,
    /** {@code page} (P10, P11). */
    PAGE,
    /** All in one answer (P5). */
    WHOLE
}
