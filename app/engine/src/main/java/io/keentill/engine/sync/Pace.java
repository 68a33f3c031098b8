package io.keentill.engine.sync;

import io.keentill.revkeen.RateLimit;
import java.time.Duration;

/**
 * How fast this till may send: at the environment's rate while RevKeen takes it, slower as soon as RevKeen says that it is
 * too much, which happens where many tills share one limit. It grows by a tenth with each answer and halves with each
 * refusal, so that tills that know nothing of each other settle on a share each.
 *
 * <p>Times are nanoseconds of {@link io.keentill.engine.Waits#nanos}. Not safe for use by several threads.
 */
final class Pace {

    /** As good as no limit: faster than any till can send. */
    private static final double UNLIMITED = 6_000_000;

    /** How many requests may follow each other at once, so that one sale is not spread over seconds. */
    private static final double AT_ONCE = 10;

    private static final double GROWTH = 1.1;
    private static final double SLOWEST = 1;
    /** Whoever was told that it is too much is never faster than RevKeen's usual limit, whatever was believed before. */
    private static final double USUAL = RateLimit.PRODUCTION.perMinute();

    private static final double STRAINED_SHARE = 0.1;
    private static final double FIRST_SHARE = 0.02;
    private static final double LEAST_FIRST = 20;
    private static final double NANOS_A_MINUTE = 60e9;

    private final double limit;
    private double rate;
    private double turns;
    private long counted;

    /** At full rate under this limit. */
    Pace(RateLimit limit, long nanos) {
        this.limit = limit.perMinute() == 0 ? UNLIMITED : limit.perMinute();
        this.rate = this.limit;
        this.turns = 1;
        this.counted = nanos;
    }

    /** How long until the next request may leave; zero for now. */
    Duration untilNext(long nanos) {
        refill(nanos);
        return turns >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - turns) * NANOS_A_MINUTE / rate));
    }

    /** One leaves. */
    void taken(long nanos) {
        refill(nanos);
        turns -= 1;
    }

    /** One that was about to leave did not. */
    void giveBack() {
        turns = Math.min(AT_ONCE, turns + 1);
    }

    /** RevKeen took one. */
    void accepted() {
        rate = Math.min(limit, rate * GROWTH);
    }

    /** RevKeen says it is too much. */
    void tooFast() {
        rate = Math.max(SLOWEST, Math.min(USUAL, rate) / 2);
        turns = Math.min(turns, 0);
    }

    /** RevKeen fails: it may be overloaded, or just broken. */
    void strained() {
        double usual = Math.min(USUAL, rate);
        rate = Math.min(rate, Math.max(Math.min(USUAL, limit) * STRAINED_SHARE, usual / 2));
    }

    /** There was no contact: others may have waited as well, so it begins small, like everybody. */
    void interrupted() {
        rate = Math.min(rate, Math.max(limit * FIRST_SHARE, LEAST_FIRST));
        turns = Math.min(turns, 1);
    }

    /** Requests a minute at present. */
    double rate() {
        return rate;
    }

    private void refill(long nanos) {
        long passed = nanos - counted;
        counted = nanos;
        turns = Math.min(AT_ONCE, turns + passed * rate / NANOS_A_MINUTE);
    }
}
