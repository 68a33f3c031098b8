package io.keentill.revkeen;

/**
 * How many requests may leave (section A.6).
 *
 * @param perMinute lasting rate; 0 for no limit
 * @param burst how many may leave at once after a quiet time
 */
public record RateLimit(int perMinute, int burst) {
    /** Staging: 100 a minute, 200 at once. */
    public static final RateLimit TEST = new RateLimit(100, 200);

    /** Production: 1,000 a minute, 2,000 at once. */
    public static final RateLimit PRODUCTION = new RateLimit(1_000, 2_000);

    /** No limit, for a server on this machine. */
    public static final RateLimit NONE = new RateLimit(0, 1);

    /** Refuses a negative rate and a burst below one. */
    public RateLimit {
        if (perMinute < 0 || burst < 1) {
            throw new IllegalArgumentException("perMinute >= 0 and burst >= 1");
        }
    }
}
