package io.keentill.sandbox.control;

import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs like another one, ahead of it or behind it by what the controls say; a restart keeps that. */
public final class SandboxClock implements InstantSource {
    private static final String KEPT = "clock_offset_millis";
    /** A century either way: far enough for every test, near enough for every date to be written. */
    private static final Duration MOST = Duration.ofDays(36_525);

    private final InstantSource base;
    private final Database database;
    private volatile long offsetMillis;

    /** Goes on as {@code database} remembers it. */
    public SandboxClock(InstantSource base, Database database) {
        this.base = base;
        this.database = database;
        this.offsetMillis = database.read(SandboxClock::kept);
    }

    @Override
    public Instant instant() {
        return base.instant().plusMillis(offsetMillis);
    }

    /** How far it is from the clock underneath. */
    public Duration offset() {
        return Duration.ofMillis(offsetMillis);
    }

    /** Makes it {@code time} now; it runs on from there. */
    public synchronized void set(Instant time) {
        shift(Duration.between(base.instant(), time));
    }

    /** Moves it on, or back. */
    public synchronized void advance(Duration by) {
        shift(offset().plus(by));
    }

    /** Makes it the clock underneath again. */
    public synchronized void reset() {
        shift(Duration.ZERO);
    }

    private void shift(Duration offset) {
        if (offset.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("The clock can be at most a hundred years away from the real one.");
        }
        long millis = offset.toMillis();
        database.transaction(
                tx -> tx.update("INSERT OR REPLACE INTO counters (name, value) VALUES (?, ?)", KEPT, millis));
        offsetMillis = millis;
    }

    private static long kept(Tx tx) {
        return tx.first(row -> row.getLong(1), "SELECT value FROM counters WHERE name = ?", KEPT)
                .orElse(0L);
    }
}
