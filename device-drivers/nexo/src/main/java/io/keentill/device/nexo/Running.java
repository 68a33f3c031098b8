package io.keentill.device.nexo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The attempt that runs now, as other threads may touch it. */
final class Running {

    private final String reference;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean cancelled;

    Running(String reference) {
        this.reference = reference;
    }

    String reference() {
        return reference;
    }

    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** The driver is being closed: the attempt ends as Unknown. */
    void close() {
        closing.countDown();
    }

    boolean closed() {
        return closing.getCount() == 0;
    }

    /** Waits between two questions. */
    void pause(Duration time) {
        try {
            closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
