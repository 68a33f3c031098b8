package io.keentill.device.conformance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The till's wall clock, which can be set like any. */
final class SteppingClock extends Clock {

    private final Clock base;
    private volatile Duration offset = Duration.ZERO;

    SteppingClock(Clock base) {
        this.base = base;
    }

    /** Sets it off by so much. */
    void jumpTo(Duration off) {
        offset = off;
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        SteppingClock other = new SteppingClock(base.withZone(zone));
        other.jumpTo(offset);
        return other;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }
}
