package io.keentill.store;

import java.time.Instant;

/**
 * Instants as the database keeps them: nanoseconds since 1970 in one 64-bit number, exact and sortable, from the year
 * 1677 to 2262. An instant outside of that is a bug and throws {@link ArithmeticException}.
 */
final class Instants {

    private static final long NANOS = 1_000_000_000L;

    private Instants() {}

    static long toNanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    static Instant fromNanos(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
