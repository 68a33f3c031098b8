package io.keentill.engine.support;

import io.keentill.engine.Waits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when somebody waits for it. Wall clock and elapsed time go together unless one is set. */
public final class VirtualTime extends Clock implements Waits {

    private static final Duration LONG = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final Duration grace;
    private final Duration patience;

    /** {@code grace} is the real time that work under way is given before a wait makes time pass. */
    public VirtualTime(Duration grace) {
        this(grace, PATIENCE);
    }

    /** With so much of it for long waits: where each of them is for work under way it can be as much as that may take. */
    public VirtualTime(Duration grace, Duration patience) {
        this.grace = grace;
        this.patience = patience;
    }

    public void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public void sleep(Duration time) {
        advance(time);
    }

    @Override
    public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
        // Who waits long waits for somebody else's work, which takes no virtual time but real time on a busy machine.
        Duration real = longest.compareTo(LONG) < 0 ? grace : patience;
        if (wake.tryAcquire(real.toNanos(), TimeUnit.NANOSECONDS)) {
            return true;
        }
        advance(longest);
        return false;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A test has one zone");
    }
}
