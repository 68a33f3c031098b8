package io.keentill.store;

import java.time.Instant;

/**
 * A Z report as it is kept.
 *
 * @param number from 1
 * @param shift the shift's number
 * @param at when the shift was closed
 * @param data JSON, in the engine's words
 * @param previous hash of the Z report before, 64 zeros for the first
 * @param hash SHA-256 over {@code previous} and all of the above, in lower-case hex
 */
public record ZRow(long number, long shift, Instant at, String data, String previous, String hash) {

    /** One with its hash. */
    public static ZRow of(long number, long shift, Instant at, String data, String previous) {
        return new ZRow(number, shift, at, data, previous, hash(number, shift, at, data, previous));
    }

    /** Whether it is as it was made. */
    public boolean isIntact() {
        return hash.equals(hash(number, shift, at, data, previous));
    }

    private static String hash(long number, long shift, Instant at, String data, String previous) {
        return ChainHash.of(
                previous, Long.toString(number), Long.toString(shift), Long.toString(Instants.toNanos(at)), data);
    }
}
