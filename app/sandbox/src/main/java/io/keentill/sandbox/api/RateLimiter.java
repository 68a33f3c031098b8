package io.keentill.sandbox.api;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A token bucket per key: so many requests a minute, more at once after a pause (API reference A.6). */
public final class RateLimiter {
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private int perMinute;
    private int burst;

    private record Bucket(double tokens, long millis) {}

    /** {@code perMinute} 0 means no limit. */
    public RateLimiter(InstantSource clock, int perMinute, int burst) {
        this.clock = clock;
        this.perMinute = perMinute;
        this.burst = burst;
    }

    /** Another limit from now on; every key starts with a full burst. */
    public synchronized void change(int newPerMinute, int newBurst) {
        perMinute = newPerMinute;
        burst = newBurst;
        buckets.clear();
    }

    /** Requests a minute, 0 for no limit. */
    public synchronized int perMinute() {
        return perMinute;
    }

    /** Requests at once. */
    public synchronized int burst() {
        return burst;
    }

    /** Takes one request of {@code key}: 0 when it may go on, else the whole seconds after which it may. */
    public synchronized long take(String key) {
        if (perMinute == 0) {
            return 0;
        }
        long now = clock.millis();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(burst, now));
        double gained = Math.max(0, now - bucket.millis()) * perMinute / 60_000.0;
        double tokens = Math.min(burst, bucket.tokens() + gained);
        boolean free = tokens >= 1;
        buckets.put(key, new Bucket(free ? tokens - 1 : tokens, now));
        return free ? 0 : (long) Math.ceil((1 - tokens) * 60 / perMinute);
    }
}
