package io.keentill.revkeen;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How the client behaves.
 *
 * @param apiVersion value of {@code RevKeen-Version}
 * @param userAgent value of {@code User-Agent}
 * @param connectTimeout for name, connection and TLS, each
 * @param ioTimeout longest silence while writing or reading
 * @param callTimeout one attempt from start to the last byte of the answer
 * @param rateLimit null: that of the environment, and none on loopback
 * @param rateLimitWait a call that would wait longer than this for its turn is not sent
 * @param readRetry how reads (GET) are repeated; writes never are by themselves
 * @param maxReplyBytes a longer answer is not read
 * @param clock wall clock, for the rate limit and {@code Retry-After} dates
 * @param random source of idempotency keys and jitter
 * @param sleeper how to wait
 * @param logRequests one line per request in the log {@code io.keentill.revkeen}: method, path without query and without
 *     what could be a card number, a secret or an address, status, request id, time
 * @param trustCustomHost send the key to a host that is neither RevKeen's nor this machine, even without TLS
 * @param inProcess a server in this process that is asked instead of the network; null for the network
 */
public record RevKeenOptions(
        String apiVersion,
        String userAgent,
        Duration connectTimeout,
        Duration ioTimeout,
        Duration callTimeout,
        @Nullable RateLimit rateLimit,
        Duration rateLimitWait,
        RetryPolicy readRetry,
        int maxReplyBytes,
        InstantSource clock,
        RandomGenerator random,
        Sleeper sleeper,
        boolean logRequests,
        boolean trustCustomHost,
        @Nullable InProcessServer inProcess) {

    /** Refuses time-outs that are not above zero: nothing here may wait for ever. */
    public RevKeenOptions {
        if (!connectTimeout.isPositive() || !ioTimeout.isPositive() || !callTimeout.isPositive()) {
            throw new IllegalArgumentException("time-outs must be above zero");
        }
        if (rateLimitWait.isNegative() || maxReplyBytes < 1) {
            throw new IllegalArgumentException("rateLimitWait >= 0 and maxReplyBytes >= 1");
        }
    }

    /** API version 2026-05-01, 10 s to connect, 30 s silence, 60 s a call, three attempts for reads, no request log. */
    public static RevKeenOptions defaults() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what differs from the defaults. */
    public static final class Builder {
        private String apiVersion = "2026-05-01";
        private String userAgent = "Keentill";
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration ioTimeout = Duration.ofSeconds(30);
        private Duration callTimeout = Duration.ofSeconds(60);
        private @Nullable RateLimit rateLimit;
        private Duration rateLimitWait = Duration.ofSeconds(60);
        private RetryPolicy readRetry = RetryPolicy.brief();
        private int maxReplyBytes = 16 * 1024 * 1024;
        private InstantSource clock = InstantSource.system();
        private RandomGenerator random = new SecureRandom();
        private Sleeper sleeper = Thread::sleep;
        private boolean logRequests;
        private boolean trustCustomHost;
        private @Nullable InProcessServer inProcess;

        private Builder() {}

        /** Another API version, {@code YYYY-MM-DD}. */
        public Builder apiVersion(String value) {
            apiVersion = value;
            return this;
        }

        /** Another {@code User-Agent}. */
        public Builder userAgent(String value) {
            userAgent = value;
            return this;
        }

        /** For name, connection and TLS, each. */
        public Builder connectTimeout(Duration value) {
            connectTimeout = value;
            return this;
        }

        /** Longest silence while writing or reading. */
        public Builder ioTimeout(Duration value) {
            ioTimeout = value;
            return this;
        }

        /** One attempt from start to the last byte of the answer. */
        public Builder callTimeout(Duration value) {
            callTimeout = value;
            return this;
        }

        /** Instead of the environment's limit. */
        public Builder rateLimit(RateLimit value) {
            rateLimit = value;
            return this;
        }

        /** Longest wait for a turn under the rate limit. */
        public Builder rateLimitWait(Duration value) {
            rateLimitWait = value;
            return this;
        }

        /** How reads are repeated. */
        public Builder readRetry(RetryPolicy value) {
            readRetry = value;
            return this;
        }

        /** Longest answer that is read. */
        public Builder maxReplyBytes(int value) {
            maxReplyBytes = value;
            return this;
        }

        /** The wall clock. */
        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** Source of idempotency keys and jitter; must be safe for use by several threads. */
        public Builder random(RandomGenerator value) {
            random = value;
            return this;
        }

        /** How to wait. */
        public Builder sleeper(Sleeper value) {
            sleeper = value;
            return this;
        }

        /** One line per request in the system log; never a key, a query or a body. */
        public Builder logRequests(boolean value) {
            logRequests = value;
            return this;
        }

        /** Send the key to a host that is neither RevKeen's nor this machine. */
        public Builder trustCustomHost(boolean value) {
            trustCustomHost = value;
            return this;
        }

        /** Asks this server instead of the network. */
        public Builder inProcess(InProcessServer value) {
            inProcess = value;
            return this;
        }

        /** The options. */
        public RevKeenOptions build() {
            return new RevKeenOptions(
                    apiVersion,
                    userAgent,
                    connectTimeout,
                    ioTimeout,
                    callTimeout,
                    rateLimit,
                    rateLimitWait,
                    readRetry,
                    maxReplyBytes,
                    clock,
                    random,
                    sleeper,
                    logRequests,
                    trustCustomHost,
                    inProcess);
        }
    }
}
