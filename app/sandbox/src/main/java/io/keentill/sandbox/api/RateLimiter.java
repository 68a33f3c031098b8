package io.keentill.sandbox.api;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A token bucket per key: so many requests a minute, twice as many at once (API reference A.6). */
public final class RateLimiter {
    private static final double BURST = 2;

    private final InstantSource clock;
    private final int perMinute;
    private final Map<String, Bucket> buckets = new HashMap<>();

    private record Bucket(double tokens, long millis) {}

    /** {@code perMinute} 0 means no limit. */
    public RateLimiter(InstantSource clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** Takes one request of {@code key}: 0 when it may go on, else the seconds after which it may. */
    public synchronized long take(String key) {
        if (perMinute == 0) {
            return 0;
        }
        double full = perMinute * BURST;
        long now = clock.millis();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(full, now));
        double gained = Math.max(0, now - bucket.millis()) * perMinute / 60_000.0;
        double tokens = Math.min(full, bucket.tokens() + gained);
        boolean free = tokens >= 1;
        buckets.put(key, new Bucket(free ? tokens - 1 : tokens, now));
        return free ? 0 : (long) Math.ceil((1 - tokens) * 60 / perMinute);
    }
}
