package io.keentill.revkeen.http;

import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.InProcessServer;
import io.keentill.revkeen.OAuthClient;
import io.keentill.revkeen.RateLimit;
import io.keentill.revkeen.RevKeenOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** One attempt over HTTP: never repeated, never redirected, bounded in time and size, stopped by an interrupt. */
public final class Transport implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.keentill.revkeen");
    private static final int PIECE = 8 * 1024;

    /**
     * The library keeps five connections that have nothing to do: whoever sends more side by side and does something of
     * its own between two requests opens a new one, with TLS, for nearly each.
     */
    private static final int IDLE_CONNECTIONS = 64;

    private static final Duration KEEP_IDLE = Duration.ofMinutes(5);
    private final Target target;
    private final RevKeenOptions options;
    private final RateLimit limit;
    private final TokenBucket bucket;
    private final OkHttpClient client;
    private final Deadlines deadlines;
    private final @Nullable Credential credential;

    /** Signs with the target's key. Opens nothing yet. */
    public Transport(Target target, RevKeenOptions options) {
        this(target, null, options);
    }

    /** Signs with the tokens of this client, or with the target's key when there is none. Opens nothing yet. */
    public Transport(Target target, @Nullable OAuthClient oauth, RevKeenOptions options) {
        this.target = target;
        this.options = options;
        this.credential = target.key() == null ? null : Credential.apiKey(target.key());
        this.limit = options.rateLimit() == null ? target.limit() : options.rateLimit();
        this.bucket = new TokenBucket(limit, options.clock(), options.sleeper());
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(512);
        dispatcher.setMaxRequestsPerHost(512);
        OkHttpClient plain = plain(dispatcher, options);
        this.deadlines = new Deadlines(options.callTimeout());
        this.client = oauth == null ? plain : signing(plain, oauth, options);
    }

    private static OkHttpClient signing(OkHttpClient plain, OAuthClient oauth, RevKeenOptions options) {
        OkHttpClient login = plain.newBuilder()
                .readTimeout(options.ioTimeout())
                .writeTimeout(options.ioTimeout())
                .callTimeout(options.callTimeout())
                .build();
        Signing signing = new Signing(new TokenSource(login, oauth, options.clock()));
        OkHttpClient.Builder signed = plain.newBuilder();
        signed.interceptors().addFirst(signing); // before whatever answers in the place of the network
        return signed.build();
    }

    /** Without the library's timers for reading and writing: {@link Deadlines} sees to them. */
    private static OkHttpClient plain(Dispatcher dispatcher, RevKeenOptions options) {
        OkHttpClient.Builder client = networked(dispatcher, options);
        InProcessServer near = options.inProcess();
        // Without TLS the library loads no certificates, which takes longer than a hundred calls.
        return near == null
                ? client.build()
                : client.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                        .addInterceptor(new InProcess(near))
                        .build();
    }

    private static OkHttpClient.Builder networked(Dispatcher dispatcher, RevKeenOptions options) {
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_IDLE.toMinutes(), TimeUnit.MINUTES))
                .socketFactory(new Network.Sockets())
                .dns(Network.names(options.connectTimeout()))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(options.connectTimeout())
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListenerFactory(CallWatch::of);
    }

    private Transport(Transport shared, Credential credential) {
        this.target = shared.target;
        this.options = shared.options;
        this.limit = shared.limit;
        this.bucket = shared.bucket;
        this.client = shared.client;
        this.deadlines = shared.deadlines;
        this.credential = credential;
    }

    /** The same connections and rate limit, in another name. Closing either closes both. */
    Transport as(Credential other) {
        return new Transport(this, other);
    }

    /** How many requests may leave. */
    public RateLimit rateLimit() {
        return limit;
    }

    /** The options it was made with. */
    public RevKeenOptions options() {
        return options;
    }

    /** The client, for the connector's WebSocket. */
    public OkHttpClient client() {
        return client;
    }

    /** A request to this path with everything but method and body; the key is in it, so it is never logged. */
    public Request.Builder request(String path) {
        Request.Builder request = new Request.Builder()
                .url(target.base() + path)
                .header("RevKeen-Version", options.apiVersion())
                .header("User-Agent", options.userAgent())
                .header("Accept", "application/json");
        return credential == null ? request : request.header(credential.name(), credential.value());
    }

    /** A read; waits for its turn, then sends once. */
    public Wire get(String path) {
        return exchange("GET", path, null);
    }

    /** A write; waits for its turn, then sends once. */
    public Wire send(FrozenRequest request) {
        return exchange(request.method(), request.path(), request);
    }

    private Wire exchange(String method, String path, @Nullable FrozenRequest write) {
        try {
            if (!bucket.take(options.rateLimitWait())) {
                return new Wire.Lost(
                        new TimeoutException("rate limit"),
                        false,
                        "Too many requests are waiting; this one was not sent.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Wire.Lost(e, false, "Stopped while waiting for its turn; nothing was sent.");
        }
        CallWatch watch = new CallWatch(options.connectTimeout(), options.ioTimeout());
        Request.Builder request = request(path);
        if (write != null) {
            request.method(method, new OneShotBody(write.body(), write.contentType(), watch))
                    .header("Idempotency-Key", write.idempotencyKey());
        }
        Instant started = options.clock().instant();
        Wire wire = run(client.newCall(request.tag(CallWatch.class, watch).build()), watch);
        log(method, path, wire, Duration.between(started, options.clock().instant()));
        if (wire instanceof Wire.Reply reply && reply.status() == 429 && reply.retryAfter() != null) {
            bucket.closeFor(reply.retryAfter());
        }
        return wire;
    }

    /** On the caller's own thread; an interrupt ends it at once even in the middle of a read. */
    private Wire run(Call call, CallWatch watch) {
        if (client.dispatcher().executorService().isShutdown()) {
            return new Wire.Lost(new IOException("closed"), false, "This client was closed; nothing was sent.");
        }
        if (options.inProcess() != null) {
            return answered(call, watch, null);
        }
        try (Deadlines.Running running = deadlines.begin(call, watch)) {
            return answered(call, watch, running);
        }
    }

    private Wire answered(Call call, CallWatch watch, Deadlines.@Nullable Running running) {
        try (Response response = call.execute()) {
            return reply(response, watch);
        } catch (Exception e) { // of any kind: the library lets InterruptedException through undeclared
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return lost(
                    running != null && running.expired() ? new TimeoutException("the call took too long") : e, watch);
        }
    }

    private Wire reply(Response response, CallWatch watch) throws IOException {
        Buffer body = new Buffer();
        BufferedSource source = response.body().source();
        while (source.read(body, PIECE) >= 0) {
            watch.move();
            if (body.size() > options.maxReplyBytes()) {
                throw new IOException("the answer is longer than " + options.maxReplyBytes() + " bytes");
            }
        }
        return new Wire.Reply(
                response.code(),
                body.readByteArray(),
                response.header("x-request-id"),
                "true".equalsIgnoreCase(response.header("Idempotency-Replayed")),
                RetryAfter.read(response.header("Retry-After"), options.clock().instant()));
    }

    private static Wire lost(Throwable cause, CallWatch watch) {
        boolean maybeSent = watch.maybeSent();
        String what = Thread.currentThread().isInterrupted() ? "The request was stopped." : broken(cause);
        return new Wire.Lost(
                cause, maybeSent, what + (maybeSent ? " The request may have arrived." : " Nothing was sent."));
    }

    private static String broken(Throwable cause) {
        return switch (cause) {
            case NoTokenException _ -> "No access token could be had: check the network and the token URL.";
            case UnknownHostException _ -> "RevKeen's address could not be found: check the network and the base URL.";
            case ConnectException _ -> "No connection to RevKeen: the host refuses or cannot be reached.";
            case SSLException _ -> "No secure connection to RevKeen: check the date of this machine and its network.";
            case InterruptedIOException _, TimeoutException _ -> "RevKeen did not answer in time.";
            default -> "The connection to RevKeen broke.";
        };
    }

    private void log(String method, String path, Wire wire, Duration took) {
        if (options.logRequests()) {
            String outcome = switch (wire) {
                case Wire.Reply reply ->
                    reply.status() + (reply.requestId() == null ? "" : " request " + reply.requestId());
                case Wire.Lost lost -> "no answer, " + lost.cause().getClass().getSimpleName();
            };
            LOG.log(System.Logger.Level.INFO, () -> LogLine.of(method, path, outcome, took));
        }
    }

    /** Ends running calls and lets go of connections and threads. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        deadlines.close();
        client.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
