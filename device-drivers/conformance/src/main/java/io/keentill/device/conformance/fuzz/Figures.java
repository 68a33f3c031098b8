package io.keentill.device.conformance.fuzz;

import java.time.Duration;
import java.util.Locale;

/**
 * What a run came to.
 *
 * @param name of the target
 * @param inputs how many were tried
 * @param bytes how many bytes they had together
 * @param reactions how many ways of reacting were seen
 * @param covered which code was reached; nothing without the agent
 * @param corpus how many inputs are worth mutating now
 * @param heap memory in use at three moments
 * @param slowest how long the processor worked on the slowest input, at the best of three times
 * @param time how long the run took
 */
public record Figures(
        String name,
        long inputs,
        long bytes,
        int reactions,
        Coverage.Covered covered,
        int corpus,
        Heap heap,
        Duration slowest,
        Duration time) {

    /**
     * Memory in use after a garbage collection, without the corpus, in bytes.
     *
     * @param start once the run was warm
     * @param middle half-way
     * @param end at its end
     */
    public record Heap(long start, long middle, long end) {

        /** By how much it grew from start to end; negative if it shrank. */
        public long growth() {
            return end - start;
        }
    }

    /** Inputs in a second. */
    public long rate() {
        return inputs * 1_000 / Math.max(1, time.toMillis());
    }

    @Override
    public String toString() {
        double mebi = 1024.0 * 1024;
        return String.format(
                Locale.ROOT,
                "%s: %,d inputs (%,d bytes) in %d s, %,d a second, %d reactions, %d of %d probes in %d classes, corpus %d, "
                        + "heap %.2f / %.2f / %.2f MiB, slowest %.3f ms",
                name,
                inputs,
                bytes,
                time.toSeconds(),
                rate(),
                reactions,
                covered.probes(),
                covered.outOf(),
                covered.classes(),
                corpus,
                heap.start() / mebi,
                heap.middle() / mebi,
                heap.end() / mebi,
                slowest.toNanos() / 1e6);
    }
}
