package io.keentill.engine.cloud;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An attempt that runs now, as seen by those who want it stopped. */
final class Running {

    private final String reference;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean cancelled;
    private volatile boolean closed;

    Running(String reference) {
        this.reference = reference;
    }

    String reference() {
        return reference;
    }

    boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
        wake.release();
    }

    void close() {
        closed = true;
        wake.release();
    }

    /** Waits, or less when somebody wants it stopped; answers false when there is nothing to wait for any more. */
    boolean pause(Duration time) {
        if (closed) {
            return false;
        }
        try {
            if (wake.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
