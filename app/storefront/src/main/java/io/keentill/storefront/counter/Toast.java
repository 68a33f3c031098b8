package io.keentill.storefront.counter;

import org.jspecify.annotations.Nullable;

/**
 * A short message that never stands in the way.
 *
 * @param kind how grave
 * @param text one or two sentences
 * @param actionLabel what can be done about it, if anything
 * @param action does it
 */
public record Toast(
        Kind kind,
        String text,
        @Nullable String actionLabel,
        @Nullable Runnable action) {

    /** How grave a message is. */
    public enum Kind {
        /** Good to know. */
        INFO,
        /** Something was not done. */
        WARNING,
        /** Somebody has to see to it. */
        ERROR
    }
}
