package io.keentill.revkeen.http;

import io.keentill.revkeen.RateLimit;
import io.keentill.revkeen.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The client's own rate limit, shared by all calls. Turns are given in the order of asking: a turn is taken under the
 * lock, possibly in the future, and waited for outside it.
 */
public final class TokenBucket {
    private final RateLimit limit;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final ReentrantLock lock = new ReentrantLock();
    private double tokens;
    private Instant counted;
    private Instant closedUntil = Instant.MIN;

    /** A full bucket. */
    public TokenBucket(RateLimit limit, InstantSource clock, Sleeper sleeper) {
        this.limit = limit;
        this.clock = clock;
        this.sleeper = sleeper;
        this.tokens = limit.burst();
        this.counted = clock.instant();
    }

    /** Waits for a turn; false, at once, when it would come later than {@code longest}. */
    public boolean take(Duration longest) throws InterruptedException {
        if (limit.perMinute() == 0) {
            return true;
        }
        Duration wait = reserve(longest);
        if (wait.isNegative()) {
            return false;
        }
        if (wait.isPositive()) {
            try {
                sleeper.sleep(wait);
            } catch (InterruptedException e) {
                giveBack();
                throw e;
            }
        }
        return true;
    }

    /** The server asked everybody to wait: no turn before that. */
    public void closeFor(Duration time) {
        lock.lock();
        try {
            Instant until = clock.instant().plus(time);
            closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
        } finally {
            lock.unlock();
        }
    }

    private Duration reserve(Duration longest) {
        lock.lock();
        try {
            Instant now = clock.instant();
            refill(now);
            double missing = Math.max(0, 1 - tokens);
            Duration wait = Duration.ofMillis((long) Math.ceil(missing * 60_000 / limit.perMinute()));
            if (closedUntil.isAfter(now)) {
                wait = wait.plus(Duration.between(now, closedUntil));
            }
            if (wait.compareTo(longest) > 0) {
                return Duration.ofNanos(-1);
            }
            tokens -= 1;
            return wait;
        } finally {
            lock.unlock();
        }
    }

    /** A clock set back neither adds nor takes turns; one set forward fills the bucket at most. */
    private void refill(Instant now) {
        Duration passed = Duration.between(counted, now);
        if (passed.isPositive()) {
            tokens = Math.min(limit.burst(), tokens + passed.toMillis() * (limit.perMinute() / 60_000.0));
        }
        if (closedUntil.isAfter(now.plus(Duration.ofHours(1)))) {
            closedUntil = Instant.MIN;
        }
        counted = now;
    }

    private void giveBack() {
        lock.lock();
        try {
            tokens += 1;
        } finally {
            lock.unlock();
        }
    }
}
