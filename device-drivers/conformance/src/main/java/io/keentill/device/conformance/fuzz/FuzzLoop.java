package io.keentill.device.conformance.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** One run of a fuzzer. Used by one thread; {@link #done} and {@link #current} may be asked by others. */
final class FuzzLoop implements Callable<Figures> {

    /** The part of a run, and the number of inputs, after which everything is loaded and compiled. */
    private static final double WARM_PART = 0.1;

    private static final long WARM_INPUTS = 200_000;
    private static final long MOST_GROWTH = 16L * 1024 * 1024;
    private static final int REPEATS = 2;

    private final String name;
    private final FuzzTarget target;
    private final List<byte[]> recorded;
    private final UnaryOperator<byte[]> repair;
    private final Coverage coverage;
    private final SplittableRandom random;
    private final Mutator mutator;
    private final Corpus corpus;
    private final Budget budget;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final SeenBefore reactions = new SeenBefore(18);
    private final SeenBefore ways = new SeenBefore(20);
    private volatile byte[] current = {};
    private volatile long done;
    private long bytes;
    private long slowest;

    FuzzLoop(
            String name,
            FuzzTarget target,
            List<byte[]> recorded,
            UnaryOperator<byte[]> repair,
            Coverage coverage,
            long seed,
            Budget budget,
            int longest) {
        this.name = name;
        this.target = target;
        this.recorded = recorded;
        this.repair = repair;
        this.coverage = coverage;
        this.random = new SplittableRandom(seed);
        this.mutator = new Mutator(random, longest, recorded);
        this.corpus = new Corpus(recorded);
        this.budget = budget;
    }

    /** How many inputs were tried. */
    long done() {
        return done;
    }

    /** The last input that was begun. */
    byte[] current() {
        return current;
    }

    @Override
    public Figures call() {
        long start = System.nanoTime();
        long warm = -1;
        long middle = -1;
        long count = 0;
        double used = 0;
        while (used < 1) {
            if (warm < 0 && (used >= WARM_PART || count == WARM_INPUTS)) {
                warm = inUse();
            }
            if (middle < 0 && used >= 0.5) {
                middle = inUse();
            }
            byte[] input = next(count);
            bytes += input.length;
            long before = System.nanoTime();
            take(input);
            long after = System.nanoTime();
            if (warm >= 0 && after - before > slowest) {
                slowest = Math.max(slowest, again(input, after - before));
            }
            done = ++count;
            used = budget.used(count, after - start);
        }
        Figures.Heap heap = new Figures.Heap(warm < 0 ? inUse() : warm, middle < 0 ? inUse() : middle, inUse());
        if (heap.growth() > MOST_GROWTH) {
            throw new AssertionError(name + ": memory grew, " + heap);
        }
        return new Figures(
                name,
                count,
                bytes,
                reactions.size(),
                coverage.covered(),
                corpus.size(),
                heap,
                Duration.ofNanos(slowest),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private byte[] next(long count) {
        if (count < recorded.size()) {
            return recorded.get((int) count);
        }
        byte[] input = mutator.next(corpus);
        return random.nextBoolean() ? repair.apply(input) : input;
    }

    /** Gives {@code input} to the target, and keeps it if it brought something new. */
    private void take(byte[] input) {
        int reaction = reaction(input);
        reactions.add(reaction);
        long way = way(reaction);
        if (!ways.add(way)) {
            return;
        }
        // What loading a class or filling a cache passed counts for nothing: it would depend on what ran before.
        long settled = way(reaction(input));
        if (settled != way && !ways.add(settled)) {
            return;
        }
        if (coverage.keep()) {
            corpus.addPioneer(input);
        } else {
            corpus.addOther(input, random);
        }
    }

    private long way(int reaction) {
        return coverage.reached() + Mix.of(reaction);
    }

    private int reaction(byte[] input) {
        current = input;
        coverage.begin();
        try {
            return target.take(input.clone());
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    name + " broke (" + e + ") on " + HexFormat.of().formatHex(input), e);
        }
    }

    /** How long the processor works on it at best: something else may have held it up the first time. */
    private long again(byte[] input, long first) {
        long best = first;
        for (int i = 0; i < REPEATS && best > slowest; i++) {
            long before = threads.getCurrentThreadCpuTime();
            reaction(input);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }
        return best;
    }

    private long inUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() - corpus.bytes();
    }
}
