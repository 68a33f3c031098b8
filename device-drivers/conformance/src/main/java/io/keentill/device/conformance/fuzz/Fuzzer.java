package io.keentill.device.conformance.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Throws mutated inputs at a target and watches for what must not happen: an exception, a hang, memory that grows. What
 * guides it is the code that an input reaches (see {@link Coverage}) and the reaction that the target returns: inputs that
 * bring something new join the corpus. The same seed gives the same inputs.
 */
public final class Fuzzer {

    private static final int LONGEST = 2_048;
    /** What one input may take of the processor, and of time: a busy machine may leave a thread waiting for long. */
    private static final Duration MOST_CPU = Duration.ofSeconds(5);

    private static final Duration MOST_TIME = Duration.ofSeconds(30);

    private final String name;
    private final FuzzTarget target;
    private final List<byte[]> recorded;
    private final UnaryOperator<byte[]> repair;
    private final Coverage coverage;
    private final int cost;

    /**
     * One for this target.
     *
     * @param name for reports
     * @param recorded messages as they are in the field, at least one
     */
    public Fuzzer(String name, FuzzTarget target, List<byte[]> recorded) {
        this(name, target, recorded, UnaryOperator.identity(), Coverage.NONE, 1);
    }

    private Fuzzer(
            String name,
            FuzzTarget target,
            List<byte[]> recorded,
            UnaryOperator<byte[]> repair,
            Coverage coverage,
            int cost) {
        this.name = name;
        this.target = target;
        this.recorded = List.copyOf(recorded);
        this.repair = repair;
        this.coverage = coverage;
        this.cost = cost;
    }

    /** The same, which mends half of the inputs: what only a right checksum or frame lets in is reached by few mutations. */
    public Fuzzer repairing(UnaryOperator<byte[]> wanted) {
        return new Fuzzer(name, target, recorded, wanted, coverage, cost);
    }

    /** The same, guided by {@code wanted}. */
    public Fuzzer guidedBy(Coverage wanted) {
        return new Fuzzer(name, target, recorded, repair, wanted, cost);
    }

    /** The same, whose inputs take {@code wanted} times as long as most: a build gives it so many times fewer. */
    public Fuzzer costing(int wanted) {
        return new Fuzzer(name, target, recorded, repair, coverage, wanted);
    }

    /** How many times as long as most an input takes, about. */
    int cost() {
        return cost;
    }

    /**
     * Runs {@code inputs} inputs.
     *
     * @throws AssertionError as {@link #run(long, Budget)}
     */
    public Figures run(long seed, long inputs) {
        return run(seed, Budget.inputs(inputs));
    }

    /**
     * Runs until {@code budget} is used up, on a thread of its own, which is left behind if the target never comes back.
     *
     * @throws AssertionError with the input in hexadecimal digits if the target broke, hung, or its memory grew
     */
    public Figures run(long seed, Budget budget) {
        FuzzLoop loop = new FuzzLoop(name, target, recorded, repair, coverage, seed, budget, LONGEST);
        FutureTask<Figures> task = new FutureTask<>(loop);
        Thread runner = Thread.ofPlatform().daemon().name("fuzz " + name).start(task);
        Patience patience = new Patience(runner, loop);
        try {
            while (true) {
                try {
                    return task.get(500, TimeUnit.MILLISECONDS);
                } catch (TimeoutException goesOn) {
                    patience.check();
                }
            }
        } catch (ExecutionException e) {
            throw new AssertionError(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(name + " was interrupted", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** Notices an input that takes too long. */
    private final class Patience {

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final Thread runner;
        private final FuzzLoop loop;
        private long seen = -1;
        private long since;
        private long cpu;

        Patience(Thread runner, FuzzLoop loop) {
            this.runner = runner;
            this.loop = loop;
        }

        void check() {
            long now = System.nanoTime();
            long cpuNow = threads.getThreadCpuTime(runner.threadId());
            if (loop.done() != seen) {
                seen = loop.done();
                since = now;
                cpu = cpuNow;
            } else if (now - since > MOST_TIME.toNanos() || cpuNow - cpu > MOST_CPU.toNanos()) {
                AssertionError hung =
                        new AssertionError(name + " hung on " + HexFormat.of().formatHex(loop.current()));
                hung.setStackTrace(runner.getStackTrace());
                throw hung;
            }
        }
    }
}
