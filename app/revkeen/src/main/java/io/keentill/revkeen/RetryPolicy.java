package io.keentill.revkeen;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how fast to repeat: exponential with full jitter, so that many tills do not return as one wave.
 *
 * @param attempts all attempts together, at least 1
 * @param base upper bound of the first wait
 * @param cap upper bound of any wait
 * @param longestWait a {@code Retry-After} beyond this ends the attempts
 */
public record RetryPolicy(int attempts, Duration base, Duration cap, Duration longestWait) {

    /** Refuses fewer than one attempt and waits that are not above zero. */
    public RetryPolicy {
        if (attempts < 1 || !base.isPositive() || cap.compareTo(base) < 0 || longestWait.isNegative()) {
            throw new IllegalArgumentException("attempts >= 1, base > 0, cap >= base, longestWait >= 0");
        }
    }

    /** One attempt. */
    public static RetryPolicy once() {
        return new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);
    }

    /** Three attempts within a few seconds: for reads, where somebody is waiting. */
    public static RetryPolicy brief() {
        return new RetryPolicy(3, Duration.ofMillis(250), Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    /** Six attempts, from 1 s to 60 s: for work in the background. */
    public static RetryPolicy patient() {
        return new RetryPolicy(6, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(120));
    }

    /** A random wait after the {@code failed}-th failed attempt (1, 2, …): from zero up to the doubled base, at most the cap. */
    public Duration wait(int failed, RandomGenerator random) {
        long bound = Math.min(cap.toMillis(), base.toMillis() << Math.clamp(failed - 1L, 0, 20));
        return Duration.ofMillis(random.nextLong(Math.max(1, bound) + 1));
    }
}
