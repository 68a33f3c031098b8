package io.keentill.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** Two things measured in turns, first one first and then the other, and compared by their medians. */
final class Turns {
    private static final int ROOM = 2_000_000;

    private final long[] bare = new long[ROOM];
    private final long[] client = new long[ROOM];
    private final String other;
    private int count;
    private long used;

    /** Bare things in turns with what {@code other} names. */
    Turns(String other) {
        this.other = other;
    }

    /** What is measured; its result is summed up, so that nothing can be left out. */
    @FunctionalInterface
    interface Call {
        long run() throws IOException;
    }

    /** A new iteration: what was measured before it was warm-up or stands for itself. */
    void begin() {
        if (count > 0) {
            print();
        }
        count = 0;
    }

    /** Measures each once, in the other order than last time. */
    void take(Call one, Call other) throws IOException {
        boolean swap = otherFirst();
        long first = time(swap ? other : one);
        long second = time(swap ? one : other);
        keep(swap ? second : first, swap ? first : second);
    }

    /** Whether the other one has its turn first now. */
    boolean otherFirst() {
        return (count & 1) == 1;
    }

    /** Two times in nanoseconds that were measured elsewhere. */
    void keep(long one, long other) {
        if (count < ROOM) {
            bare[count] = one;
            client[count] = other;
            count++;
        }
    }

    private long time(Call call) throws IOException {
        long start = System.nanoTime();
        used += call.run();
        return System.nanoTime() - start;
    }

    /** The last iteration: medians, and the fastest tenth, which other work on the machine disturbs least. */
    void print() {
        System.out.printf(
                Locale.ROOT, "%n  %d pairs, %s; %s (%d)%n", count, line("median", 50), line("tenth", 10), used & 1);
    }

    private String line(String name, int percent) {
        double low = percentile(bare, percent);
        double high = percentile(client, percent);
        return String.format(
                Locale.ROOT,
                "%s: bare %.1f µs, %s %.1f µs, ratio %.3f",
                name,
                low / 1_000,
                other,
                high / 1_000,
                high / low);
    }

    private double percentile(long[] samples, int percent) {
        long[] sorted = Arrays.copyOf(samples, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) ((long) count * percent / 100)];
    }
}
