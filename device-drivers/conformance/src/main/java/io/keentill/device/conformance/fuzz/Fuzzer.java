package io.keentill.device.conformance.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Throws mutated inputs at a target and watches for what must not happen: an exception, a hang, memory that grows. The same
 * seed gives the same inputs. What the target returns guides it: inputs with a new reaction join the corpus.
 */
public final class Fuzzer {

    private static final int LONGEST = 2_048;
    private static final int MOST_KEPT = 4_096;
    private static final Duration HANG = Duration.ofSeconds(5);
    /** Inputs that are made before the memory in use is taken as usual. */
    private static final long WARM = 200_000;

    private static final long GROWTH_BYTES = 64L * 1024 * 1024;

    private final String name;
    private final FuzzTarget target;
    private final List<byte[]> corpus;
    private final Set<Integer> reactions = new HashSet<>();
    private final AtomicReference<byte @Nullable []> current = new AtomicReference<>();
    private volatile long done;

    /**
     * One for this target.
     *
     * @param name for reports
     * @param recorded messages as they are in the field, at least one
     */
    public Fuzzer(String name, FuzzTarget target, List<byte[]> recorded) {
        this.name = name;
        this.target = target;
        this.corpus = new ArrayList<>(recorded);
        if (corpus.isEmpty()) {
            throw new IllegalArgumentException("Mutation needs something to mutate");
        }
    }

    /**
     * What a run came to.
     *
     * @param inputs how many were tried
     * @param bytes how many bytes they had together
     * @param reactions how many ways of reacting were seen
     * @param corpus how many inputs are worth mutating now
     * @param time how long it took
     */
    public record Figures(String name, long inputs, long bytes, int reactions, int corpus, Duration time) {

        @Override
        public String toString() {
            long perSecond = inputs * 1_000 / Math.max(1, time.toMillis());
            return "%s: %,d inputs (%,d bytes) in %d s, %,d a second, %d reactions, corpus %d"
                    .formatted(name, inputs, bytes, time.toSeconds(), perSecond, reactions, corpus);
        }
    }

    /**
     * Runs {@code inputs} inputs.
     *
     * @throws AssertionError with the input in hexadecimal digits if the target broke, hung, or its memory grew
     */
    public Figures run(long seed, long inputs) {
        Mutator mutator = new Mutator(new SplittableRandom(seed), LONGEST);
        Thread watch = Thread.ofPlatform().daemon().name("fuzz-watch").unstarted(watch(Thread.currentThread()));
        watch.start();
        long start = System.nanoTime();
        long bytes = 0;
        long usual = 0;
        try {
            for (done = 0; done < inputs; done++) {
                byte[] input = done < corpus.size() && done < MOST_KEPT ? corpus.get((int) done) : mutator.next(corpus);
                bytes += input.length;
                take(input);
                if (done == WARM) {
                    usual = inUse();
                }
            }
        } finally {
            watch.interrupt();
        }
        if (inputs > 2 * WARM && inUse() - usual > GROWTH_BYTES) {
            throw new AssertionError(name + ": memory grew from " + usual + " to " + inUse() + " bytes");
        }
        return new Figures(
                name, inputs, bytes, reactions.size(), corpus.size(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void take(byte[] input) {
        current.set(input);
        int reaction;
        try {
            reaction = target.take(input.clone());
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    name + " broke (" + e + ") on " + HexFormat.of().formatHex(input), e);
        }
        if (Thread.interrupted()) {
            throw new AssertionError(name + " hung on " + HexFormat.of().formatHex(input));
        }
        if (reactions.add(reaction) && corpus.size() < MOST_KEPT) {
            corpus.add(input);
        }
    }

    /** Interrupts the run if one input takes too long. */
    private Runnable watch(Thread runner) {
        return () -> {
            long seen = -1;
            while (!Thread.currentThread().isInterrupted()) {
                long now = done;
                if (now == seen) {
                    byte[] input = current.get();
                    System.getLogger(Fuzzer.class.getName())
                            .log(
                                    System.Logger.Level.ERROR,
                                    name + " hangs on "
                                            + (input == null
                                                    ? ""
                                                    : HexFormat.of().formatHex(input)));
                    runner.interrupt();
                    return;
                }
                seen = now;
                try {
                    Thread.sleep(HANG);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        };
    }

    private static long inUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
