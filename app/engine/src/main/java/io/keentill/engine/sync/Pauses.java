package io.keentill.engine.sync;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How the sync measures elapsed time and lets it pass. A simulation brings its own, which moves its own clock. */
public interface Pauses {

    /** Nanoseconds from a fixed but unknown moment. They never go back, whatever is done to the wall clock. */
    long nanos();

    /** Returns after {@code longest}, or as soon as {@code wake} has a permit; takes every permit there is. */
    void await(Semaphore wake, Duration longest) throws InterruptedException;

    /** Real time. */
    static Pauses real() {
        return new Pauses() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void await(Semaphore wake, Duration longest) throws InterruptedException {
                if (wake.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                    wake.drainPermits();
                }
            }
        };
    }
}
