package io.keentill.storefront.orders;

import java.time.Instant;

/**
 * One thing that happened to a sale, in words.
 *
 * @param at when
 * @param tone how it ended
 * @param title what, and how much
 * @param detail what else is known of it, a line each; empty for nothing
 */
public record StoryLine(Instant at, Tone tone, String title, String detail) {

    /** How something ended. */
    public enum Tone {
        /** Neither well nor badly. */
        PLAIN,
        /** Well. */
        GOOD,
        /** Not yet, or not known. */
        OPEN,
        /** Not. */
        BAD
    }
}
