package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.SandboxConfig.Exposure;
import io.keentill.sandbox.data.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The controls below {@code /sandbox}, and who may reach them. */
class ControlsTest {
    private static final String ORDER = "{'line_items':[{'description':'Tea','unit_price':350}]}";
    private static final String KEY = "rk_sandbox_0123456789abcdef0123456789abcdef";

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
    void the_clock_is_read_set_and_advanced_and_what_is_due_is_done() {
        assertThat(now()).isEqualTo(shop.clock.instant());
        String device = device("silent");
        String payment = sale(device, 500).id();
        post("/clock", "{'advance_seconds':179}");
        assertThat(shop.status("/terminal-payments/" + payment)).isEqualTo("in_progress");
        post("/clock", "{'advance_seconds':1}");
        assertThat(shop.status("/terminal-payments/" + payment)).isEqualTo("timed_out");
        post("/clock", "{'set':'2030-01-01T00:00:00Z'}");
        assertThat(now()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(shop.api.post("/orders", ORDER).json().get("created_at").stringValue())
                .startsWith("2030-01-01");
        shop.restart();
        assertThat(now()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
        post("/clock", "{'reset':true}");
        assertThat(now()).isEqualTo(shop.clock.instant());
        for (String wrong : new String[] {
            "{}", "{'set':'soon'}", "{'set':'2030-01-01','reset':true}", "{'set':'2500-01-01T00:00:00Z'}"
        }) {
            assertThat(shop.admin.post("/clock", wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void all_who_advance_the_clock_at_once_are_heeded() {
        int times = 16;
        Instant start = now();
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < times; i++) {
                clients.execute(() -> post("/clock", "{'advance_seconds':1}"));
            }
        }
        assertThat(now()).isEqualTo(start.plusSeconds(times));
    }

    @Test
    void keys_are_made_with_their_scopes_and_version_listed_without_their_text_and_revoked() {
        ObjectNode made = post("/keys", "{'scopes':['orders:read'],'version':'2026-01-15'}");
        String text = Json.need(made, "key");
        Client reader = new Client(shop.sandbox.baseUrl(), text);
        Answer answer = reader.get("/orders");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("RevKeen-Version")).isEqualTo("2026-01-15");
        assertThat(reader.post("/orders", ORDER).status()).isEqualTo(403);
        assertThat(shop.admin.get("/keys").text()).doesNotContain(text).contains("orders:read");
        assertThat(Json.yes(post("/keys/revoke", "{'key':'" + text + "'}"), "revoked"))
                .isTrue();
        assertThat(reader.get("/orders").status()).isEqualTo(401);
        assertThat(shop.admin.post("/keys", "{'scopes':['orders:paint']}").status())
                .isEqualTo(400);
        assertThat(shop.admin.post("/keys", "{'version':'1999-01-01'}").status())
                .isEqualTo(400);
        ObjectNode all = post("/keys", "{}");
        assertThat(all.get("scopes").size()).isGreaterThan(60);
    }

    @Test
    void limits_and_older_habits_are_switched_while_it_runs() {
        ObjectNode settings = shop.admin
                .patch("/settings", "{'requests_per_minute':60,'burst':2}")
                .json();
        assertThat(Json.whole(settings, "burst")).isEqualTo(2);
        shop.api.get("/orders");
        shop.api.get("/orders");
        assertThat(shop.api.get("/orders").status()).isEqualTo(429);
        shop.admin.patch("/settings", "{'requests_per_minute':0}");
        assertThat(shop.api.get("/orders").status()).isEqualTo(200);
        assertThat(shop.admin
                        .patch("/settings", "{'requests_per_minute':5,'burst':0}")
                        .status())
                .isEqualTo(400);
        assertThat(shop.admin.patch("/settings", "{'colour':1}").status()).isEqualTo(400);
    }

    @Test
    void a_seed_can_be_added_later() {
        ObjectNode added = post(
                "/seed",
                "{'tax_rates':[{'key':'food','display_name':'Food','percentage':5}],"
                        + "'products':[{'sku':'BUN','name':'Bun','amount_minor':120,'currency':'GBP','tax_rate_key':'food'}],"
                        + "'customers':[{'email':'anna@shop.test','name':'Anna'}]}");
        assertThat(Json.whole(added, "products")).isEqualTo(1);
        assertThat(shop.api.get("/products?search=Bun").json().get("data").size())
                .isEqualTo(1);
        Answer wrong = shop.admin.post(
                "/seed", "{'products':[{'sku':'X','name':'X','amount_minor':1,'currency':'GBP','tax_rate_key':'no'}]}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("tax rate no");
    }

    @Test
    void faults_are_ordered_per_method_and_path() throws IOException {
        shop.admin.post("/next-fault", "{'kind':'status','status':503,'method':'POST','path_prefix':'/orders'}");
        assertThat(shop.api.get("/orders").status()).isEqualTo(200);
        assertThat(shop.api.post("/orders", ORDER).status()).isEqualTo(503);
        assertThat(shop.api.post("/orders", ORDER).status()).isEqualTo(201);
        shop.admin.post("/next-fault", "{'kind':'status','status':429,'retry_after':9,'count':2}");
        assertThat(shop.api.get("/products").header("Retry-After")).isEqualTo("9");
        assertThat(shop.api.get("/orders").status()).isEqualTo(429);
        assertThat(shop.api.get("/orders").status()).isEqualTo(200);
    }

    @Test
    void other_machines_are_admitted_only_by_a_flag_and_a_key() {
        SandboxConfig plain = SandboxConfig.of(0, directory.resolve("open")).withHost("0.0.0.0");
        assertThatThrownBy(() -> Sandbox.start(plain)).hasMessageContaining("this machine only");
        assertThatThrownBy(() -> Sandbox.start(plain.withExposure(new Exposure(true, null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key of its own");
        assertThatThrownBy(() -> Sandbox.start(plain.withExposure(new Exposure(true, "rk_sandbox_short"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sandbox.start(plain.withExposure(new Exposure(false, KEY))))
                .hasMessageContaining("this machine only");
        try (Sandbox sandbox = Sandbox.start(plain.withExposure(new Exposure(true, KEY)))) {
            String at = "http://127.0.0.1:" + sandbox.baseUrl().getPort();
            assertThat(new Client(java.net.URI.create(at + "/v2"), KEY)
                            .get("/orders")
                            .status())
                    .isEqualTo(200);
            java.net.URI controls = java.net.URI.create(at + "/sandbox");
            assertThat(new Client(controls, null).get("/clock").status()).isEqualTo(401);
            assertThat(new Client(controls, sandbox.key()).get("/clock").status())
                    .isEqualTo(401);
            assertThat(new Client(controls, KEY).get("/clock").status()).isEqualTo(200);
            assertThat(new Client(controls, KEY)
                            .send("GET", "/clock", null, "Origin", "http://evil.test")
                            .status())
                    .isEqualTo(403);
        }
    }

    private Instant now() {
        return Instant.parse(Json.need(shop.admin.get("/clock").json(), "now"));
    }

    private String device(String way) {
        return Json.need((ObjectNode) post("/devices", "{'way':'" + way + "'}").get("data"), "id");
    }

    private Answer sale(String device, long amount) {
        return shop.api.post(
                "/terminal-payments",
                "{'device_id':'%s','amount_minor':%d,'currency':'GBP'}".formatted(device, amount));
    }

    private ObjectNode post(String path, String body) {
        Answer answer = shop.admin.post(path, body);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.json();
    }
}
