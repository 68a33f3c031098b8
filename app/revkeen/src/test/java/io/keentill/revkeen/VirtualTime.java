package io.keentill.revkeen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A clock that moves only when somebody sleeps. */
public final class VirtualTime implements InstantSource, Sleeper {
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    public final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        slept.add(time);
        now = now.plus(time);
    }

    public synchronized void set(Instant time) {
        now = time;
    }
}
