package io.keentill.device.weblink;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The attempt that runs now, as other threads may touch it. */
final class Running {

    private final String reference;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CountDownLatch hurry = new CountDownLatch(1);
    private volatile boolean closed;

    Running(String reference) {
        this.reference = reference;
    }

    String reference() {
        return reference;
    }

    void cancel() {
        cancelled.set(true);
        hurry.countDown();
    }

    boolean cancelled() {
        return cancelled.get();
    }

    /** The driver is being closed: the attempt ends as Unknown. */
    void close() {
        closed = true;
        hurry.countDown();
    }

    boolean closed() {
        return closed;
    }

    /** Waits between two questions; a first wish to stop cuts it short. */
    void pause(Duration time) {
        try {
            if (hurry.getCount() > 0) {
                if (!hurry.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            } else {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
