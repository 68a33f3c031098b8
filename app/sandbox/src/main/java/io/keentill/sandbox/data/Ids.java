package io.keentill.sandbox.data;

import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * New identifiers from a given source of randomness.
 *
 * @param random must be safe for use from several threads
 */
public record Ids(RandomGenerator random) {
    /** A version 4 UUID. */
    public String uuid() {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x0000_0000_0000_4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** {@code prefix} and 16 hexadecimal digits. */
    public String prefixed(String prefix) {
        return String.format("%s%016x", prefix, random.nextLong());
    }
}
