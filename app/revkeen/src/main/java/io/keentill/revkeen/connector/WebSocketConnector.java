package io.keentill.revkeen.connector;

import io.keentill.revkeen.http.Transport;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;

/**
 * The connector channel on a WebSocket. One lock guards the state; nothing blocks under it. Each connection has a number,
 * and what an older one still says is not heard. The listener is called on one virtual thread of the channel's own.
 */
public final class WebSocketConnector implements ConnectorChannel {
    private static final System.Logger LOG = System.getLogger("io.keentill.revkeen.connector");
    private static final int GOODBYE = 1000;
    private static final String API_KEY = "x-api-key";
    private final Transport transport;
    private final ConnectorSettings settings;
    private final ConnectorListener listener;
    private final OkHttpClient client;
    private final ExecutorService callbacks = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("connector-events").factory());
    private final ReentrantLock lock = new ReentrantLock();

    private ConnectorState state = new ConnectorState.Idle();
    private long connection;
    private int failures;
    private @Nullable WebSocket socket;
    private @Nullable Future<?> timer;

    /** Made by {@link io.keentill.revkeen.RevKeen#connector}. */
    public WebSocketConnector(Transport transport, ConnectorSettings settings, ConnectorListener listener) {
        this.transport = transport;
        this.settings = settings;
        this.listener = listener;
        this.client = transport
                .client()
                .newBuilder()
                .callTimeout(Duration.ZERO)
                .pingInterval(settings.pingInterval())
                .build();
    }

    @Override
    public void start() {
        locked(() -> {
            if (state instanceof ConnectorState.Idle) {
                connect();
            }
        });
    }

    @Override
    public boolean send(ToServer message) {
        lock.lock();
        try {
            return state instanceof ConnectorState.Online && socket != null && socket.send(message.json());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ConnectorState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> {
            if (state instanceof ConnectorState.Closed) {
                return;
            }
            connection++;
            cancelTimer();
            if (socket != null && !socket.close(GOODBYE, "closing")) {
                socket.cancel();
            }
            socket = null;
            become(new ConnectorState.Closed());
            callbacks.shutdown();
        });
    }

    private void connect() {
        if (state instanceof ConnectorState.Closed) {
            return;
        }
        long mine = ++connection;
        become(new ConnectorState.Connecting());
        timer = schedule(
                settings.welcomeTimeout().plus(transport.options().connectTimeout()),
                mine,
                () -> dropped(mine, 0, null, "no welcome in time"));
        socket = client.newWebSocket(request(), new ConnectorSocket(this, mine));
    }

    private Request request() {
        Request.Builder request = transport.request("/connector");
        return switch (settings.credentials().get()) {
            case ConnectorCredentials.ApiKey key -> request.build();
            case ConnectorCredentials.LinkingCode(String code) ->
                request.removeHeader(API_KEY).header("x-linking-code", code).build();
            case ConnectorCredentials.Token(String token) ->
                request.removeHeader(API_KEY)
                        .header("Authorization", "Bearer " + token)
                        .build();
        };
    }

    void opened(long from, WebSocket opened) {
        ifCurrent(from, () -> opened.send(settings.hello().get().json()));
    }

    void frame(long from, String text) {
        FromServer message;
        try {
            message = FromServer.parse(text);
        } catch (IllegalArgumentException junk) {
            ignore(from, "a frame of " + text.length() + " characters is no message of this channel");
            return;
        }
        ifCurrent(from, () -> {
            if (message instanceof FromServer.Welcome welcome) {
                welcomed(from, welcome);
            }
            tell(() -> listener.received(message));
        });
    }

    void ignore(long from, String why) {
        ifCurrent(from, () -> tell(() -> listener.ignored(why)));
    }

    /** The connection is over: {@code status} is the upgrade's refusal, or 0. */
    void dropped(long from, int status, @Nullable Duration retryAfter, String reason) {
        ifCurrent(from, () -> {
            connection++;
            cancelTimer();
            if (socket != null) {
                socket.cancel();
                socket = null;
            }
            ConnectorState next = after(status, retryAfter, reason);
            become(next);
            Duration wait = switch (next) {
                case ConnectorState.NotOffered none -> none.retryIn();
                case ConnectorState.Refused refused -> refused.retryIn();
                case ConnectorState.Waiting waiting -> waiting.retryIn();
                default -> settings.slowRetry();
            };
            timer = schedule(wait, connection, this::connect);
        });
    }

    private ConnectorState after(int status, @Nullable Duration retryAfter, String reason) {
        Duration jitter =
                settings.backOff().wait(++failures, transport.options().random());
        return switch (status) {
            case 404 -> new ConnectorState.NotOffered(settings.slowRetry().plus(jitter));
            case 401, 403 ->
                new ConnectorState.Refused(status, settings.slowRetry().plus(jitter));
            default -> new ConnectorState.Waiting(retryAfter == null ? jitter : retryAfter.plus(jitter), reason);
        };
    }

    private void welcomed(long from, FromServer.Welcome welcome) {
        failures = 0;
        cancelTimer();
        become(new ConnectorState.Online(welcome.deviceId()));
        beatLater(from, Duration.ofSeconds(Math.clamp(welcome.heartbeatSeconds(), 1, 30)));
    }

    /** The next beat is set before this one is sent, so that a failing supplier does not end the beating. */
    private void beatLater(long from, Duration interval) {
        timer = schedule(interval, from, () -> {
            beatLater(from, interval);
            try {
                if (socket != null) {
                    socket.send(settings.heartbeat().get().json());
                }
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "no heartbeat could be made", e);
            }
        });
    }

    private Future<?> schedule(Duration wait, long from, Runnable task) {
        return settings.scheduler().schedule(() -> ifCurrent(from, task), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void become(ConnectorState next) {
        state = next;
        tell(() -> listener.stateChanged(next));
    }

    private void tell(Runnable call) {
        if (callbacks.isShutdown()) {
            return;
        }
        callbacks.execute(() -> {
            try {
                call.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a connector listener failed", e);
            }
        });
    }

    private void ifCurrent(long from, Runnable action) {
        locked(() -> {
            if (from == connection && !(state instanceof ConnectorState.Closed)) {
                action.run();
            }
        });
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
