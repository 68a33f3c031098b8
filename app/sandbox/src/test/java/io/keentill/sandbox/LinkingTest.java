package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connectors that register with a linking code instead of a merchant's key. */
class LinkingTest {
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
    void a_code_links_one_connector_once_and_its_token_serves_from_then_on() {
        String code = code();
        String token;
        try (TestConnector connector = with(code.toLowerCase(Locale.ROOT).replace("-", " "))) {
            connector.hello(false);
            token = connector.token;
            assertThat(token).startsWith("rk_connector_");
            assertThat(deviceStatus(connector.device)).isEqualTo("pairing");
        }
        assertThatThrownBy(() -> with(code)).isInstanceOf(CompletionException.class);
        shop.restart();
        try (TestConnector again = new TestConnector(shop.sandbox, "Authorization", "Bearer " + token)) {
            again.hello(true);
            assertThat(again.token).isNull();
            assertThat(deviceStatus(again.device)).isEqualTo("online");
            String sale = "{'device_id':'%s','amount_minor':100,'currency':'GBP'}".formatted(again.device);
            assertThat(shop.api.post("/terminal-payments", sale).status()).isEqualTo(201);
            again.await("command");
        }
    }

    @Test
    void a_code_dies_after_a_quarter_of_an_hour() {
        String code = code();
        shop.clock.forward(Duration.ofMinutes(15));
        assertThatThrownBy(() -> with(code)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> with("AAAAA-AAAAA")).isInstanceOf(CompletionException.class);
    }

    @Test
    void of_two_connections_with_one_code_the_second_hello_is_refused() {
        String code = code();
        try (TestConnector first = with(code);
                TestConnector second = with(code)) {
            first.hello("till-1", true);
            second.greet("till-2", true);
            assertThat(Json.need(second.await("error"), "code")).isEqualTo("invalid_code");
        }
        assertThat(shop.api.get("/terminal-devices").json().get("data").size()).isEqualTo(1);
    }

    @Test
    void a_connectors_token_speaks_for_its_own_device_and_opens_nothing_else() {
        String token;
        try (TestConnector connector = with(code())) {
            connector.hello("till-1", true);
            token = connector.token;
        }
        try (TestConnector other = new TestConnector(shop.sandbox, "Authorization", "Bearer " + token)) {
            other.greet("till-2", true);
            assertThat(Json.need(other.await("error"), "code")).isEqualTo("other_device");
        }
        assertThat(shop.api.get("/terminal-devices").json().get("data").size()).isEqualTo(1);
        Client nobody = new Client(shop.sandbox.baseUrl(), null);
        assertThat(nobody.send("GET", "/terminal-payments", null, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_linked_device_is_offline_after_five_minutes_without_a_heartbeat() {
        try (TestConnector connector = with(code())) {
            connector.hello(true);
            shop.clock.forward(Duration.ofMinutes(5));
            assertThat(deviceStatus(connector.device)).isEqualTo("online");
            shop.clock.forward(Duration.ofSeconds(1));
            assertThat(deviceStatus(connector.device)).isEqualTo("offline");
        }
    }

    private TestConnector with(String code) {
        return new TestConnector(shop.sandbox, "x-linking-code", code);
    }

    private String code() {
        return Json.need(shop.admin.post("/linking-codes", "").json(), "code");
    }

    private String deviceStatus(String device) {
        return shop.status("/terminal-devices/" + device);
    }
}
