package io.keentill.revkeen;

import org.jspecify.annotations.Nullable;

/**
 * A text that opens something. It is given out on request and never shown otherwise: its {@code toString} has no part of
 * it, so that it stays out of logs.
 *
 * @param value the text itself
 */
public record Secret(String value) {

    /** This text, or null. */
    public static @Nullable Secret of(@Nullable String value) {
        return value == null ? null : new Secret(value);
    }

    /** That it is there, not what it is. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
