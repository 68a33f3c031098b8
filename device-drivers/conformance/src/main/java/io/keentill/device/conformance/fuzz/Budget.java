package io.keentill.device.conformance.fuzz;

import java.time.Duration;

/**
 * How long a run goes on: until one of both is used up.
 *
 * @param inputs at most, 1 or more
 * @param time at most, more than nothing
 */
public record Budget(long inputs, Duration time) {

    /** Refuses a run that would try nothing. */
    public Budget {
        if (inputs < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A run needs at least one input and some time: " + inputs + ", " + time);
        }
    }

    /** So many inputs, however long that takes. */
    public static Budget inputs(long inputs) {
        return new Budget(inputs, Duration.ofNanos(Long.MAX_VALUE));
    }

    /** Which part of it is used after {@code done} inputs and {@code nanos}; 1 or more if it is used up. */
    double used(long done, long nanos) {
        return Math.max((double) done / inputs, (double) nanos / time.toNanos());
    }
}
