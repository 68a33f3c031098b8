package io.keentill.sandbox;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How a sandbox runs.
 *
 * @param host a loopback address or name; anything else is refused at the start
 * @param port 0 for any free one
 * @param directory where its database and its key are kept; made when it is not there
 * @param clock what all its times, timeouts and limits follow
 * @param random where ids and the key come from; must be safe for several threads
 * @param requestsPerMinute per key, twice as many in a burst; 0 for no limit
 * @param seed what an empty database starts with
 */
public record SandboxConfig(
        String host,
        int port,
        Path directory,
        InstantSource clock,
        RandomGenerator random,
        int requestsPerMinute,
        SandboxSeed seed) {

    /** The test environment's documented limit (API reference A.6). */
    public static final int TEST_RATE = 100;

    /** Refuses a port or a rate that cannot be. */
    public SandboxConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + port + ".");
        }
        if (requestsPerMinute < 0) {
            throw new IllegalArgumentException("Requests per minute are 0 (no limit) or more.");
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
                TEST_RATE,
                SandboxSeed.empty());
    }

    /** The same with another seed. */
    public SandboxConfig withSeed(SandboxSeed other) {
        return new SandboxConfig(host, port, directory, clock, random, requestsPerMinute, other);
    }

    /** The same with another clock. */
    public SandboxConfig withClock(InstantSource other) {
        return new SandboxConfig(host, port, directory, other, random, requestsPerMinute, seed);
    }

    /** The same with another rate limit; 0 for none. */
    public SandboxConfig withRate(int perMinute) {
        return new SandboxConfig(host, port, directory, clock, random, perMinute, seed);
    }

    /** The same on another port; 0 for any free one. */
    public SandboxConfig withPort(int other) {
        return new SandboxConfig(host, other, directory, clock, random, requestsPerMinute, seed);
    }

    /** The same on another host name or address. */
    public SandboxConfig withHost(String other) {
        return new SandboxConfig(other, port, directory, clock, random, requestsPerMinute, seed);
    }
}
