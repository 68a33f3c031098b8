package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.customers.CustomerRequest;
import io.keentill.revkeen.orders.OrderLineRequest;
import io.keentill.revkeen.orders.OrderRequest;
import io.keentill.revkeen.products.ProductUpsert;
import io.keentill.revkeen.webhooks.WebhookVerifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The request log tells what was called and how it went, and nothing that must stay secret; at any level, of any logger. */
class RequestLogTest {
    private static final String CARD = "4761730000000119";
    private static final String KEY = "rk_live_secretsecret";
    private static final String TOKEN = "rk_oauth_secrettoken";
    private static final RevKeenOptions LOGGING = RevKeenOptions.builder()
            .logRequests(true)
            .readRetry(RetryPolicy.once())
            .build();

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName() + " " + line.getMessage() + " " + Arrays.toString(line.getParameters()) + " "
                    + (line.getThrown() == null ? "" : line.getThrown().toString()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    @AfterEach
    void stop() {
        root.removeHandler(handler);
        root.setLevel(before);
    }

    private List<String> own() {
        synchronized (lines) {
            return lines.stream()
                    .filter(line -> line.startsWith("io.keentill.revkeen "))
                    .toList();
        }
    }

    private void assertSilentAbout(String... secrets) {
        synchronized (lines) {
            assertThat(lines).noneMatch(line -> Arrays.stream(secrets).anyMatch(line::contains));
        }
    }

    @Test
    void a_line_for_each_request() throws Exception {
        try (var server = new LoopbackServer();
                var revkeen = RevKeen.at(server.url(), KEY, LOGGING)) {
            server.reply(201, "{\"data\":{\"id\":\"c1\"}}", "x-request-id: req_7")
                    .reply(200, "{\"data\":[]}");
            revkeen.customers()
                    .create(CustomerRequest.of("person@shop.example"))
                    .send();
            revkeen.customers().list("person").firstPage();
        }
        assertThat(own()).hasSize(2);
        assertThat(own().getFirst()).startsWith("io.keentill.revkeen POST /customers -> 201 request req_7 in ");
        assertThat(own().getLast()).startsWith("io.keentill.revkeen GET /customers?… -> 200 in ");
        assertSilentAbout("secret", "person");
    }

    @Test
    void off_unless_asked_for() throws Exception {
        try (var server = new LoopbackServer();
                var revkeen = RevKeen.at(server.url(), KEY)) {
            server.reply(404, "{}");
            revkeen.orders().get("o1");
        }
        assertThat(own()).isEmpty();
    }

    @Test
    void card_numbers_in_bodies_answers_and_paths() throws Exception {
        String spaced = "4761 7300 0000 0119";
        try (var server = new LoopbackServer();
                var revkeen = RevKeen.at(server.url(), KEY, LOGGING)) {
            server.reply(422, "{\"error\":{\"message\":\"bad card " + CARD + "\"}}")
                    .reply(200, "{\"id\":\"" + CARD)
                    .reply(404, "{}")
                    .reply(404, "{}")
                    .reply(404, "{}");
            revkeen.orders()
                    .create(OrderRequest.of("GBP", List.of(OrderLineRequest.of("card " + CARD, 1, 1)))
                            .withNotes(spaced))
                    .send();
            revkeen.orders().get("o1");
            revkeen.orders().get(CARD);
            revkeen.products()
                    .upsertExternal("k", spaced, ProductUpsert.of("x", 1))
                    .send();
            revkeen.orders().get("person@shop.example");
        }
        assertThat(own()).hasSize(5);
        assertThat(own().get(2)).contains("GET /orders/… -> 404");
        assertThat(own().get(3)).contains("PUT /products/external/k/… -> 404");
        assertSilentAbout(CARD, spaced, "4761%207300", "person");
    }

    @Test
    void ids_are_worth_reading() throws Exception {
        String id = "12345678-1234-4123-8123-123456789012";
        try (var server = new LoopbackServer();
                var revkeen = RevKeen.at(server.url(), KEY, LOGGING)) {
            server.reply(404, "{}").reply(404, "{}");
            revkeen.orders().get(id);
            revkeen.orders().get("rkcps_token");
        }
        assertThat(own().getFirst()).contains("GET /orders/" + id + " -> 404");
        assertThat(own().getLast()).contains("GET /orders/… -> 404");
    }

    @Test
    void tokens_and_secrets_of_oauth_and_webhooks() throws Exception {
        try (var login = new LoopbackServer();
                var server = new LoopbackServer()) {
            login.reply(200, "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600}")
                    .reply(400, "{\"error\":\"invalid_client\"}");
            server.reply(401, "{}");
            var client = OAuthClient.of("till", "clientsecret").withTokenUrl(URI.create(login.url() + "/token"));
            try (var revkeen = RevKeen.at(server.url(), client, LOGGING)) {
                assertThat(revkeen.orders().get("o1")).isInstanceOf(ApiResult.Refused.class);
            }
        }
        WebhookVerifier.of("whsec_hush")
                .verify(
                        Map.of("X-Revkeen-Signature", "t=1,v1=" + "0".repeat(64)),
                        "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(own()).hasSize(1);
        assertSilentAbout(TOKEN, "clientsecret", "whsec_hush", KEY);
    }

    @Test
    void lost_calls_too() throws Exception {
        try (var server = new LoopbackServer();
                var revkeen = RevKeen.at(server.url(), KEY, LOGGING)) {
            server.then((request, in, out) -> {});
            revkeen.customers()
                    .create(CustomerRequest.of("person@shop.example"))
                    .send();
        }
        assertThat(own()).hasSize(1);
        assertThat(own().getFirst()).contains("POST /customers -> no answer, ");
        assertSilentAbout("secret", "person");
    }
}
