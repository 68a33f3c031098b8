package io.keentill.revkeen.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls that take too long as a whole, or in which nothing moves for too long. One daemon thread looks through the
 * running calls ten times a second, and sleeps for as long as there are none. The library's own timers wake a thread
 * several times in each call, which costs more than everything else that the client does.
 */
final class Deadlines implements AutoCloseable {
    private static final long PERIOD_NANOS = Duration.ofMillis(100).toNanos();

    private final long limitNanos;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile boolean idle = true;
    private volatile boolean closed;
    private @Nullable Thread sweeper;

    /** A call on its way, until it is closed. */
    final class Running implements AutoCloseable {
        private final Call call;
        private final CallWatch watch;
        private final long end = System.nanoTime() + limitNanos;
        private volatile boolean expired;

        private Running(Call call, CallWatch watch) {
            this.call = call;
            this.watch = watch;
        }

        private void endIfLate(long now) {
            if (!expired && (end - now < 0 || watch.stalled(now))) {
                expired = true;
                call.cancel();
            }
        }

        /** Whether it was ended for taking too long. */
        boolean expired() {
            return expired;
        }

        @Override
        public void close() {
            running.remove(this);
        }
    }

    Deadlines(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    /** From now on the call has its time. */
    Running begin(Call call, CallWatch watch) {
        Running begun = new Running(call, watch);
        running.add(begun);
        LockSupport.unpark(idle ? sweeper() : null);
        return begun;
    }

    private synchronized Thread sweeper() {
        if (sweeper == null) {
            sweeper = Thread.ofPlatform().daemon().name("revkeen-deadlines").start(this::sweep);
        }
        return sweeper;
    }

    private void sweep() {
        while (!closed) {
            idle = true;
            if (running.isEmpty()) {
                LockSupport.park(this);
            }
            idle = false;
            LockSupport.parkNanos(this, PERIOD_NANOS);
            long now = System.nanoTime();
            running.forEach(one -> one.endIfLate(now));
        }
    }

    /** Ends the thread; running calls are left to whoever closes. */
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            LockSupport.unpark(sweeper);
        }
    }
}
