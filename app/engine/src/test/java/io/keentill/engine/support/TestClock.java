package io.keentill.engine.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets. It stands still, or runs with real time from wherever it was put. */
public final class TestClock extends Clock {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final boolean runs;
    private final long startNanos = System.nanoTime();
    private volatile Duration offset = Duration.ZERO;
    private volatile Runnable onLook = () -> {};

    private TestClock(boolean runs) {
        this.runs = runs;
    }

    /** Stands still until it is moved. */
    public static TestClock still() {
        return new TestClock(false);
    }

    /** Runs as fast as the real one. */
    public static TestClock running() {
        return new TestClock(true);
    }

    /** Jumps by this much, forwards or back. */
    public void jump(Duration by) {
        offset = offset.plus(by);
    }

    /** Runs {@code hook} each time somebody looks: the engine looks inside of each of its writes. */
    public void onLook(Runnable hook) {
        onLook = hook;
    }

    @Override
    public Instant instant() {
        onLook.run();
        Instant now = START.plus(offset);
        return runs ? now.plusNanos(System.nanoTime() - startNanos) : now;
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
