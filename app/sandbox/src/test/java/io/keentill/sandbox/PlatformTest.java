package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, scopes, versions, limits, errors, faults, restarts: what holds for every endpoint. */
class PlatformTest {
    @TempDir
    Path directory;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_request_without_a_known_key_is_401_in_the_resources_own_shape() {
        Client stranger = new Client(shop.sandbox.baseUrl(), null);
        assertThat(stranger.get("/products").status()).isEqualTo(401);
        assertThat(stranger.get("/products").json().get("error").isString()).isTrue();
        Answer order = new Client(shop.sandbox.baseUrl(), "rk_sandbox_wrong").get("/orders");
        assertThat(order.status()).isEqualTo(401);
        assertThat(order.json().get("error").get("code").stringValue()).isEqualTo("unauthenticated");
        assertThat(order.json().get("error").get("type").stringValue()).isEqualTo("authentication_error");
        assertThat(new Client(shop.sandbox.baseUrl(), "rk_live_x")
                        .get("/orders")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_key_without_the_scope_is_403_and_a_wildcard_is_enough() {
        Client reader = new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(Set.of("products:read")));
        assertThat(reader.get("/products").status()).isEqualTo(200);
        assertThat(reader.post("/products", "{}").status()).isEqualTo(403);
        assertThat(reader.get("/orders").status()).isEqualTo(403);
        assertThat(reader.get("/orders").json().get("error").get("code").stringValue())
                .isEqualTo("permission_denied");
        Client all = new Client(shop.sandbox.baseUrl(), shop.sandbox.issueKey(Set.of("orders:*")));
        assertThat(all.get("/orders").status()).isEqualTo(200);
    }

    @Test
    void every_answer_names_the_version_it_was_made_in() {
        assertThat(shop.api.get("/orders").header("RevKeen-Version")).isEqualTo("2026-05-01");
        Answer older = shop.api.send("GET", "/orders", null, "RevKeen-Version", "2026-01-15");
        assertThat(older.header("RevKeen-Version")).isEqualTo("2026-01-15");
        Answer unknown = shop.api.send("GET", "/orders", null, "RevKeen-Version", "1999-01-01");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(shop.api.get("/nowhere").header("RevKeen-Version")).isEqualTo("2026-05-01");
    }

    @Test
    void an_unknown_path_or_method_is_404_in_the_platform_envelope() {
        Answer nowhere = shop.api.get("/nowhere");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.json().get("error").get("request_id").stringValue()).startsWith("req_");
        assertThat(shop.api.delete("/orders").status()).isEqualTo(404);
    }

    @Test
    void the_limit_lets_a_burst_through_then_says_when_to_come_back() {
        try (Shop limited = new Shop(directory.resolve("limited"), 3)) {
            for (int i = 0; i < 6; i++) {
                assertThat(limited.api.get("/orders").status()).isEqualTo(200);
            }
            Answer refused = limited.api.get("/orders");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("20");
            limited.clock.forward(Duration.ofSeconds(20));
            assertThat(limited.api.get("/orders").status()).isEqualTo(200);
            assertThat(limited.api.get("/orders").status()).isEqualTo(429);
        }
    }

    @Test
    void a_bad_body_is_400_and_names_the_field() {
        assertThat(shop.api.post("/orders", "not json").status()).isEqualTo(400);
        assertThat(shop.api.post("/orders", "[1]").status()).isEqualTo(400);
        Answer unknown = shop.api.post("/orders", "{'line_items':[],'colour':'red'}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("line_items");
        Answer line = shop.api.post("/orders", "{'line_items':[{'description':'x','unit_price':1.5}]}");
        assertThat(line.json().get("error").get("param").stringValue()).isEqualTo("line_items[0].unit_price");
        Answer platform = shop.api.post("/invoices", "{'total_minor':1}");
        assertThat(platform.json().get("error").get("details").get("fields").has("customer_uuid"))
                .isTrue();
    }

    @Test
    void a_restart_on_the_same_port_keeps_the_key_and_everything_stored() throws IOException {
        String key = shop.sandbox.key();
        String order = shop.orderOn(shop.openInvoice(500), 500);
        shop.restart();
        assertThat(shop.sandbox.key()).isEqualTo(key);
        assertThat(shop.api.get("/orders/" + order).status()).isEqualTo(200);
        assertThat(shop.api.get("/products").json().get("data").size()).isEqualTo(2);
        Path file = directory.resolve("sandbox.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        for (String name : new String[] {"sandbox.db", "sandbox.db-wal"}) {
            byte[] bytes =
                    Files.exists(directory.resolve(name)) ? Files.readAllBytes(directory.resolve(name)) : new byte[0];
            assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(key);
        }
    }

    @Test
    void it_refuses_to_listen_on_anything_but_this_machine() {
        SandboxConfig open = SandboxConfig.of(0, directory.resolve("open")).withHost("0.0.0.0");
        assertThatThrownBy(() -> Sandbox.start(open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this machine only");
    }

    @Test
    void a_taken_port_is_said_clearly() {
        SandboxConfig same = SandboxConfig.of(shop.sandbox.baseUrl().getPort(), directory.resolve("other"));
        assertThatThrownBy(() -> Sandbox.start(same))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("is in use");
    }

    @Test
    void ordered_faults_strike_once_and_only_where_ordered() throws IOException {
        fault("{'kind':'status','status':502,'path_prefix':'/orders'}");
        assertThat(shop.api.get("/products").status()).isEqualTo(200);
        assertThat(shop.api.get("/orders").status()).isEqualTo(502);
        assertThat(shop.api.get("/orders").status()).isEqualTo(200);
        fault("{'kind':'wrong_json'}");
        assertThat(Json.objectOrNull(shop.api.get("/orders").text())).isNull();
        fault("{'kind':'cut_body','path_prefix':'/orders'}");
        assertThatThrownBy(() -> shop.api.trySend("GET", "/orders", null)).isInstanceOf(IOException.class);
        assertThat(shop.api.get("/orders").status()).isEqualTo(200);
        assertThat(shop.admin.post("/next-fault", "{'kind':'sunshine'}").status())
                .isEqualTo(400);
    }

    @Test
    void a_request_dropped_before_its_commit_has_done_nothing() {
        String body = "{'line_items':[{'description':'x','unit_price':1}]}";
        fault("{'kind':'drop_before_commit','path_prefix':'/orders'}");
        assertThatThrownBy(() -> shop.api.trySend("POST", "/orders", body, "Idempotency-Key", "k"))
                .isInstanceOf(IOException.class);
        assertThat(shop.api.get("/orders").json().get("data").size()).isZero();
    }

    @Test
    void reset_empties_everything_but_the_key_and_seeds_again() {
        shop.orderOn(shop.openInvoice(5), 5);
        assertThat(shop.admin.post("/reset", "").status()).isEqualTo(200);
        assertThat(shop.api.get("/orders").json().get("data").size()).isZero();
        assertThat(shop.api.get("/products").json().get("data").size()).isEqualTo(2);
    }

    @Test
    void a_web_page_cannot_reach_the_controls() {
        assertThat(shop.admin
                        .send("POST", "/reset", "", "Origin", "http://evil.test")
                        .status())
                .isEqualTo(403);
    }

    private void fault(String order) {
        assertThat(shop.admin.post("/next-fault", order).status()).isEqualTo(200);
    }
}
