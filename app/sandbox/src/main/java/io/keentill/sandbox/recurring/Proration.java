package io.keentill.sandbox.recurring;

import java.math.BigInteger;
import java.time.Instant;

/**
 * Exact shares of an amount over time. What is used and what is left of a period always add up to the whole amount: both
 * are rounded down and a missing minor unit goes to the larger remainder, on a tie to the part that was used.
 */
final class Proration {
    private Proration() {}

    /**
     * An amount, cut at one moment of its period.
     *
     * @param used minor units for the time before the cut
     * @param unused minor units for the time after it
     */
    record Cut(long used, long unused) {}

    /**
     * A change of price in the middle of a period.
     *
     * @param credit what was paid for the time left, in minor units
     * @param charge what the time left costs now, in minor units
     */
    record Change(long credit, long charge) {
        /** No money either way. */
        static final Change NONE = new Change(0, 0);

        long net() {
            return Math.subtractExact(charge, credit);
        }
    }

    /** Cuts {@code amount}, which is for the time from {@code start} to {@code end}, at a moment between them. */
    static Cut cut(long amount, Instant start, Instant end, Instant at) {
        long whole = end.toEpochMilli() - start.toEpochMilli();
        long before = Math.clamp(at.toEpochMilli() - start.toEpochMilli(), 0L, Math.max(0L, whole));
        if (whole <= 0) {
            return new Cut(amount, 0);
        }
        BigInteger[] used = parts(amount, before, whole);
        BigInteger[] unused = parts(amount, whole - before, whole);
        long left = amount - used[0].longValueExact() - unused[0].longValueExact();
        boolean toUnused = unused[1].compareTo(used[1]) > 0;
        return new Cut(
                used[0].longValueExact() + (toUnused ? 0 : left), unused[0].longValueExact() + (toUnused ? left : 0));
    }

    /** What changing from {@code before} to {@code after} a period costs at a moment of the period. */
    static Change change(long before, long after, Instant start, Instant end, Instant at) {
        return new Change(
                cut(before, start, end, at).unused(), cut(after, start, end, at).unused());
    }

    private static BigInteger[] parts(long amount, long part, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divideAndRemainder(BigInteger.valueOf(whole));
    }
}
