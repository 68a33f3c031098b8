package io.keentill.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How the till lets time pass: by real time in a shop, by simulated time where days are played in seconds. Everything in
 * the engine that waits for a time waits here.
 */
public interface Waits {

    /** Waits by the machine's own time. */
    Waits REAL = new Waits() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }

        @Override
        public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
            return wake.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        }
    };

    /** Nanoseconds from a fixed but unknown moment. They never go back, whatever is done to the wall clock. */
    long nanos();

    /** Lets {@code time} pass. */
    void sleep(Duration time) throws InterruptedException;

    /** Waits for a permit, at most so long; answers whether there was one, which is taken then. */
    boolean acquire(Semaphore wake, Duration longest) throws InterruptedException;
}
