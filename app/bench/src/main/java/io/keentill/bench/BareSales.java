package io.keentill.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four requests of a cash sale, sent by bare OkHttp as often and as many side by side as a till does. */
final class BareSales {

    private static final int SIDE_BY_SIDE = 64;
    private static final MediaType JSON = MediaType.get("application/json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Keeps its connections, as the till does. */
    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(SIDE_BY_SIDE, 5, TimeUnit.MINUTES))
            .build();

    private final String base;
    private final String key;

    private BareSales(String base, String key) {
        this.base = base;
        this.key = key;
    }

    static BareSales send(String base, String key, int sales) throws Exception {
        BareSales bare = new BareSales(base, key);
        String customer = bare.send(
                        "PUT", "/customers/external/bare/walk-in", "{\"email\":\"walk-in@keentill.invalid\"}")
                .path("data")
                .path("id")
                .asString();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < SIDE_BY_SIDE; i++) {
                all.add(threads.submit(() -> {
                    for (int sale = next.getAndIncrement(); sale < sales; sale = next.getAndIncrement()) {
                        bare.sell(customer, sale);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A request failed", e.getCause());
        }
        bare.client.dispatcher().executorService().shutdown();
        bare.client.connectionPool().evictAll();
        return bare;
    }

    private void sell(String customer, int sale) throws IOException {
        String invoice = send("PUT", "/invoices/external/bare/" + sale, """
                {"customer_uuid":"%s","currency":"GBP","total_minor":250,"subtotal_minor":250,"tax_minor":42,
                "discount_minor":0,"line_items":[{"description":"Tea","quantity":1,"unit_amount_minor":250}],
                "metadata":{"keentill_order":"%d"}}""".formatted(customer, sale))
                .path("data")
                .path("id")
                .asString();
        send("POST", "/invoices/" + invoice + "/finalize", "{\"auto_advance\":false}");
        send("POST", "/orders", """
                {"currency":"gbp","invoice_id":"%s","metadata":{"keentill_order":"%d"},
                "line_items":[{"description":"Tea","quantity":1,"unit_price":250}]}""".formatted(invoice, sale));
        send("POST", "/invoices/" + invoice + "/pay", "{\"payment_method\":\"cash\",\"amount_minor\":250}");
    }

    private JsonNode send(String method, String path, String body) throws IOException {
        Request request = new Request.Builder()
                .url(base + path)
                .header("x-api-key", key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, RequestBody.create(body, JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            String text = response.body().string();
            if (!response.isSuccessful()) {
                throw new IOException(method + " " + path + " was answered " + response.code() + " " + text);
            }
            return MAPPER.readTree(text);
        }
    }
}
