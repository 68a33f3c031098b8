package io.keentill.sandbox.api;

/**
 * An answer and how it leaves.
 *
 * @param reply the answer
 * @param how whole, unless a fault was ordered
 */
public record Delivery(Reply reply, How how) {
    /** How an answer leaves. */
    public enum How {
        /** As it should. */
        WHOLE,
        /** Not at all: the connection ends. */
        DROPPED,
        /** Half of its body, then the connection ends. */
        CUT
    }
}
