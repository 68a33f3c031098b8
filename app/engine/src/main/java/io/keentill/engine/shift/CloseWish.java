package io.keentill.engine.shift;

import org.jspecify.annotations.Nullable;

/**
 * How a shift is to be closed.
 *
 * @param differenceReason why counted and expected differ, 1 to 400 characters; null where nobody has to say
 * @param pin of a manager who accepts that payments are open whose outcome nobody knows; null where none are. Kept nowhere
 */
public record CloseWish(
        @Nullable String differenceReason, @Nullable String pin) {

    /** With nothing to explain and nothing to accept. */
    public static final CloseWish PLAIN = new CloseWish(null, null);

    /** Without the PIN, so that it never reaches a log. */
    @Override
    public String toString() {
        return "CloseWish[differenceReason=" + differenceReason + "]";
    }
}
