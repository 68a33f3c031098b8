package io.keentill.revkeen.connector;

import io.keentill.revkeen.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * How a connector connects.
 *
 * @param hello asked for at each connection, on the network's thread; must not block
 * @param heartbeat asked for at each heartbeat, on the scheduler's thread; must not block
 * @param credentials asked for at each connection, on any thread; must not block
 * @param scheduler drives reconnects, heartbeats and time-outs; belongs to the caller
 * @param backOff waits between attempts; its number of attempts does not matter
 * @param slowRetry wait after 404, 401 and 403
 * @param welcomeTimeout longest wait for the server's welcome
 * @param pingInterval WebSocket pings to notice a dead line; zero for none
 */
public record ConnectorSettings(
        Supplier<ToServer.Hello> hello,
        Supplier<ToServer.Heartbeat> heartbeat,
        Supplier<ConnectorCredentials> credentials,
        ScheduledExecutorService scheduler,
        RetryPolicy backOff,
        Duration slowRetry,
        Duration welcomeTimeout,
        Duration pingInterval) {

    /** With the client's own key. */
    public ConnectorSettings(
            Supplier<ToServer.Hello> hello,
            Supplier<ToServer.Heartbeat> heartbeat,
            ScheduledExecutorService scheduler,
            RetryPolicy backOff,
            Duration slowRetry,
            Duration welcomeTimeout,
            Duration pingInterval) {
        this(
                hello,
                heartbeat,
                ConnectorCredentials.ApiKey::new,
                scheduler,
                backOff,
                slowRetry,
                welcomeTimeout,
                pingInterval);
    }

    /** The same, saying who it is in another way. */
    public ConnectorSettings withCredentials(Supplier<ConnectorCredentials> other) {
        return new ConnectorSettings(
                hello, heartbeat, other, scheduler, backOff, slowRetry, welcomeTimeout, pingInterval);
    }

    /** Back-off from 0.5 s to 30 s, five minutes after a refusal, 10 s for the welcome, pings every 20 s. */
    public static ConnectorSettings of(
            Supplier<ToServer.Hello> hello,
            Supplier<ToServer.Heartbeat> heartbeat,
            ScheduledExecutorService scheduler) {
        RetryPolicy backOff = new RetryPolicy(1, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ZERO);
        return new ConnectorSettings(
                hello,
                heartbeat,
                scheduler,
                backOff,
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20));
    }
}
