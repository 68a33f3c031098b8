package io.keentill.bench.screen;

/**
 * When between two frames something happens. Keys come when goods come, not in step with the screen; a bench that waits
 * for a frame and then for a while would always come at the same moment between two of them, and wait for the next one as
 * long each time. Here every moment comes as often as every other, in a sequence that is the same in each run.
 */
final class Moments {

    private static final double GOLDEN = 0.6180339887498949;

    private double at;

    /** The next one, as a part of the time from one frame to the next, from 0 to below 1. */
    double next() {
        at = (at + GOLDEN) % 1;
        return at;
    }
}
