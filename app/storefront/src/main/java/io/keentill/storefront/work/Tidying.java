package io.keentill.storefront.work;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives memory back between customers. What a day throws away would otherwise be collected only when all that Java may take
 * is taken, and until then the process grows. A collection stops everything for about a tenth of a second, so it waits for a
 * moment in which nobody touches the till. Used on one thread.
 */
public final class Tidying {

    private static final long MORE_BYTES = 16L << 20;
    private static final Duration UNTOUCHED = Duration.ofSeconds(2);

    private final LongSupplier taken;
    private final Runnable collect;
    private long least;
    private long touchedNanos;

    /**
     * Nothing is collected yet.
     *
     * @param taken how many bytes Java has taken from the machine for objects
     * @param collect collects, now or very soon
     * @param nanos the time of {@link #touched}
     */
    public Tidying(LongSupplier taken, Runnable collect, long nanos) {
        this.taken = taken;
        this.collect = collect;
        this.least = taken.getAsLong();
        this.touchedNanos = nanos;
    }

    /** Somebody uses the till. */
    public void touched(long nanos) {
        touchedNanos = nanos;
    }

    /** Collects if the process has grown and nobody would notice. */
    public void look(long nanos) {
        long now = taken.getAsLong();
        least = Math.min(least, now);
        boolean quiet = nanos - touchedNanos >= UNTOUCHED.toNanos();
        if (quiet && now - least >= MORE_BYTES) {
            collect.run();
            // What is taken after this is what the till needs; the next look sees it if that is less.
            least = now;
        }
    }
}
