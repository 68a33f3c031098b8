package io.keentill.sandbox;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox runs.
 *
 * @param host the address or name to listen on; one that is not loopback needs an {@link Exposure}
 * @param port 0 for any free one
 * @param directory where its database and its key are kept; made when it is not there
 * @param clock what all its times, timeouts and limits follow
 * @param random where ids and the key come from; must be safe for several threads
 * @param limit how many requests a key may make
 * @param seed what an empty database starts with
 * @param exposure who may reach it from other machines
 * @param habits what it does differently from the newest documentation
 */
public record SandboxConfig(
        String host,
        int port,
        Path directory,
        InstantSource clock,
        RandomGenerator random,
        RateLimit limit,
        SandboxSeed seed,
        Exposure exposure,
        Habits habits) {

    /** The test environment's documented limit (API reference A.6). */
    public static final int TEST_RATE = 100;

    /**
     * How many requests a key may make (API reference A.6).
     *
     * @param perMinute on average, 0 for no limit
     * @param burst at once, after a pause; at least 1 where there is a limit
     */
    public record RateLimit(int perMinute, int burst) {
        /** The test environment's. */
        public static final RateLimit TEST = new RateLimit(TEST_RATE, 2 * TEST_RATE);
        /** The live environment's. */
        public static final RateLimit LIVE = new RateLimit(1000, 2000);
        /** None at all. */
        public static final RateLimit NONE = new RateLimit(0, 0);

        /** Refuses what cannot be. */
        public RateLimit {
            if (perMinute < 0 || burst < 0 || (perMinute > 0 && burst == 0)) {
                throw new IllegalArgumentException(
                        "Requests per minute are 0 (no limit) or more, and a burst is at least 1.");
            }
        }
    }

    /**
     * Who may reach the sandbox from other machines.
     *
     * @param elsewhere whether it may listen on addresses that are not loopback
     * @param key the key that callers, and those who use its controls, must then have
     */
    public record Exposure(boolean elsewhere, @Nullable String key) {
        /** Nobody. */
        public static final Exposure LOOPBACK = new Exposure(false, null);
    }

    /**
     * What it does differently from the newest documentation. The first two can be switched while it runs.
     *
     * @param olderSpelling answers that were spelt in camelCase up to May 2026 are so again (API reference A.10)
     * @param olderEvents webhooks of terminal payments are named and filled as up to April 2026 (D.6)
     * @param webhooksAnywhere webhooks go to any address, not to loopback only
     */
    public record Habits(boolean olderSpelling, boolean olderEvents, boolean webhooksAnywhere) {
        /** As documented now, reaching nobody else. */
        public static final Habits NEWEST = new Habits(false, false, false);
    }

    /** Refuses a port that cannot be. */
    public SandboxConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + port + ".");
        }
    }

    /** On 127.0.0.1 with the system's clock, secure randomness, the documented rate limit and no seed. */
    public static SandboxConfig of(int port, Path directory) {
        return new SandboxConfig(
                "127.0.0.1",
                port,
                directory,
                InstantSource.system(),
                new SecureRandom(),
                RateLimit.TEST,
                SandboxSeed.empty(),
                Exposure.LOOPBACK,
                Habits.NEWEST);
    }

    /** The same with another seed. */
    public SandboxConfig withSeed(SandboxSeed other) {
        return new SandboxConfig(host, port, directory, clock, random, limit, other, exposure, habits);
    }

    /** The same with another clock. */
    public SandboxConfig withClock(InstantSource other) {
        return new SandboxConfig(host, port, directory, other, random, limit, seed, exposure, habits);
    }

    /** The same with another rate limit and twice as much at once; 0 for none. */
    public SandboxConfig withRate(int perMinute) {
        return withLimit(new RateLimit(perMinute, 2 * perMinute));
    }

    /** The same with another rate limit. */
    public SandboxConfig withLimit(RateLimit other) {
        return new SandboxConfig(host, port, directory, clock, random, other, seed, exposure, habits);
    }

    /** The same on another port; 0 for any free one. */
    public SandboxConfig withPort(int other) {
        return new SandboxConfig(host, other, directory, clock, random, limit, seed, exposure, habits);
    }

    /** The same on another host name or address. */
    public SandboxConfig withHost(String other) {
        return new SandboxConfig(other, port, directory, clock, random, limit, seed, exposure, habits);
    }

    /** The same, reachable by others. */
    public SandboxConfig withExposure(Exposure other) {
        return new SandboxConfig(host, port, directory, clock, random, limit, seed, other, habits);
    }

    /** The same with other habits. */
    public SandboxConfig withHabits(Habits other) {
        return new SandboxConfig(host, port, directory, clock, random, limit, seed, exposure, other);
    }
}
