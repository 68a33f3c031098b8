package io.keentill.engine.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Simulated time and the one carrier on which all threads of a simulated day run, one at a time, each until it waits for
 * something. Which of those that could go on does so is drawn from the seed; when none can, time leaps to whatever is due
 * next. The threads and locks are the engine's own: every virtual thread started from one of these stays among these.
 */
final class Timeline implements Executor {

    /** When every simulated day begins. */
    static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    /** A hundred times more than any day takes: whoever needs more goes round in a circle. */
    private static final long MOST_TURNS = 50_000_000;

    private static final Method NEW_THREAD = newThread();

    private final RandomGenerator order;
    private final List<Runnable> ready = new ArrayList<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Thread carrier = Thread.currentThread();
    private long now;
    private long timersMade;
    private long turns;
    private boolean ended;
    private Throwable failure;

    /** Draws the sequence of threads from {@code order}. */
    Timeline(RandomGenerator order) {
        this.order = order;
    }

    /** Something to happen at a time. */
    static final class Timer implements Comparable<Timer> {
        private final long at;
        private final long number;
        private Runnable action;

        private Timer(long at, long number, Runnable action) {
            this.at = at;
            this.number = number;
            this.action = action;
        }

        /** Does not happen any more. */
        void cancel() {
            action = null;
        }

        @Override
        public int compareTo(Timer other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
        }
    }

    /** The true time. */
    Instant instant() {
        return START.plusNanos(now);
    }

    /** Since the beginning. */
    Duration elapsed() {
        return Duration.ofNanos(now);
    }

    /** Lets {@code action} happen after {@code wait}, on no thread of the till. */
    Timer after(Duration wait, Runnable action) {
        Timer timer = new Timer(now + Math.max(0, wait.toNanos()), timersMade++, action);
        timers.add(timer);
        return timer;
    }

    /** Starts a thread on this timeline; what it throws ends the simulation, unless it is a {@link Crash}. */
    Thread start(String name, Runnable work) {
        Thread thread = thread(name, () -> {
            try {
                work.run();
            } catch (Throwable e) {
                failed(e);
            }
        });
        thread.start();
        return thread;
    }

    /** A thread ended by this; with its till dead, that is as it should be. */
    private void failed(Throwable cause) {
        if (!(cause instanceof Crash)) {
            failure = failure == null ? cause : failure;
            ended = true;
        }
    }

    /** Runs everything until {@code main} has ended. */
    void run(Runnable main) {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> failed(e));
        try {
            start("world", () -> {
                main.run();
                ended = true;
            });
            while (!ended) {
                Runnable next = next();
                if (++turns > MOST_TURNS) {
                    throw new IllegalStateException("The day does not end; it is " + instant());
                }
                if (next == null) {
                    throw new IllegalStateException("Everything waits and nothing is due");
                }
                next.run();
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private Runnable next() {
        while (ready.isEmpty()) {
            Timer timer = timers.poll();
            if (timer == null) {
                return null;
            }
            if (timer.action != null) {
                now = Math.max(now, timer.at);
                timer.action.run();
            }
        }
        int last = ready.size() - 1;
        int chosen = last == 0 ? 0 : order.nextInt(last + 1);
        Runnable next = ready.get(chosen);
        ready.set(chosen, ready.get(last));
        ready.remove(last);
        return next;
    }

    /** Called by the virtual machine whenever a thread can go on. */
    @Override
    public void execute(Runnable continuation) {
        if (Thread.currentThread() != carrier && !Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("A thread of the simulated day was woken by real time or by a real thread: "
                    + Thread.currentThread());
        }
        ready.add(continuation);
    }

    /** Lets time pass for the calling thread. */
    void sleep(Duration time) {
        Thread me = Thread.currentThread();
        boolean[] over = {false};
        after(time, () -> {
            over[0] = true;
            LockSupport.unpark(me);
        });
        while (!over[0]) {
            LockSupport.park(this);
        }
    }

    /**
     * A virtual thread whose carrier is this. The JDK has the means and keeps them to itself, hence reflection and {@code
     * --add-opens java.base/java.lang}.
     */
    private Thread thread(String name, Runnable work) {
        try {
            return (Thread) NEW_THREAD.invoke(null, this, name, 0, work);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method newThread() {
        try {
            Method method = Class.forName("java.lang.ThreadBuilders")
                    .getDeclaredMethod("newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
