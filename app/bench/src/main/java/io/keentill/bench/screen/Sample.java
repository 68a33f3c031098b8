package io.keentill.bench.screen;

/**
 * What one act came to.
 *
 * @param began when it was done, by {@link System#nanoTime}
 * @param at when what it set off was painted
 * @param cost processor time from before the act until the frame was through the renderer
 */
record Sample(long began, long at, Cost cost) {

    /** From the act to the paint, in nanoseconds. */
    long nanos() {
        return at - began;
    }
}
