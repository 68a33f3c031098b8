package io.keentill.engine.sync;

import io.keentill.engine.Waits;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Time for whoever gives up after seconds, so that a customer need not stand there: it goes so slowly that a busy machine
 * makes nobody give up who is answered.
 */
final class UnhurriedTime implements Waits {

    private static final int SLOWER = 12;

    @Override
    public long nanos() {
        return System.nanoTime() / SLOWER;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    @Override
    public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
        return wake.tryAcquire(SLOWER * longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
