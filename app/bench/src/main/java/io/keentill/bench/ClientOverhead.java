package io.keentill.bench;

import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.orders.Order;
import io.keentill.revkeen.orders.OrderLineRequest;
import io.keentill.revkeen.orders.OrderRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a call of the client costs over the same request with bare OkHttp to the same server. The two take turns within one
 * operation, so that whatever else the machine does meets both alike; each iteration ends with
 * both and their ratio.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 4)
@Measurement(iterations = 8, time = 3)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class ClientOverhead {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String KEY = "rk_sandbox_benchmark";

    private final Turns turns = new Turns("client");
    private Echo server;
    private OkHttpClient bare;
    private RevKeen client;
    private byte[] body;

    /** Starts the server and both clients. */
    @Setup
    public void open() throws IOException {
        server = new Echo();
        bare = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        client = RevKeen.at(server.url(), KEY);
        body = client.orders().create(order()).body();
    }

    /** Forgets the samples of warm-up. */
    @Setup(Level.Iteration)
    public void begin() {
        turns.begin();
    }

    /** Closes everything, and tells the ratio. */
    @TearDown
    public void close() throws IOException {
        turns.print();
        client.close();
        bare.dispatcher().executorService().shutdown();
        bare.connectionPool().evictAll();
        server.close();
    }

    /** {@code GET /orders/{id}}: bytes for the one, a typed order for the other. */
    @Benchmark
    public void get() throws IOException {
        turns.take(
                () -> bare("GET", "/orders/o1", null).length,
                () -> client.orders().get("o1").orThrow().lineItems().size());
    }

    /** {@code POST /orders} with two lines: ready bytes for the one, a typed request under a new key for the other. */
    @Benchmark
    public void post() throws IOException {
        turns.take(
                () -> bare("POST", "/orders", body).length,
                () -> created().lineItems().size());
    }

    private Order created() {
        return client.orders().create(order()).send().orThrow();
    }

    private static OrderRequest order() {
        return OrderRequest.of("GBP", List.of(OrderLineRequest.of("Tea", 1, 350), OrderLineRequest.of("Mug", 1, 900)))
                .withMetadata(Map.of("sale", "S-1042"));
    }

    private byte[] bare(String method, String path, byte @Nullable [] content) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(server.url() + path)
                .header("x-api-key", KEY)
                .header("RevKeen-Version", "2026-05-01")
                .header("User-Agent", "Keentill")
                .header("Accept", "application/json");
        if (content != null) {
            request.method(method, RequestBody.create(content, JSON))
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try (Response response = bare.newCall(request.build()).execute()) {
            return response.body().bytes();
        }
    }
}
