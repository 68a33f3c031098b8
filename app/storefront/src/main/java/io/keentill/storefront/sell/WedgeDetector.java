package io.keentill.storefront.sell;

import java.util.Optional;

/**
 * Tells a keyboard-wedge scanner from fingers by its speed: at least six characters with no more than 35 ms between
 * them, ended by Enter. Fed with every typed character and its time.
 */
public final class WedgeDetector {

    private static final long GAP_NANOS = 35_000_000L;
    private static final int SHORTEST = 6;

    private final StringBuilder burst = new StringBuilder();
    private long last;

    /** A character was typed. Returns whether it is the first of a possible burst. */
    public boolean typed(char character, long nanos) {
        boolean first = burst.isEmpty() || nanos - last > GAP_NANOS;
        if (first) {
            burst.setLength(0);
        }
        burst.append(character);
        last = nanos;
        return first;
    }

    /** Enter was pressed: the code, if what came before it was a burst. Starts anew. */
    public Optional<String> entered(long nanos) {
        boolean scanned = burst.length() >= SHORTEST && nanos - last <= GAP_NANOS;
        Optional<String> code = scanned ? Optional.of(burst.toString()) : Optional.empty();
        burst.setLength(0);
        return code;
    }
}
