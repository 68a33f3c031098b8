package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.data.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector takes a line without pongs for dead, so each ping is answered (RFC 6455, section 5.5.3). */
class PingTest {
    @TempDir
    Path directory;

    Shop shop;
    TestConnector till;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
        till = TestConnector.ready(shop);
        // Frames are taken in their order: once the nonsense is answered, the hello is done, and each command is sent.
        till.send("nonsense");
        till.await("error");
    }

    @AfterEach
    void close() {
        till.close();
        shop.close();
    }

    @Test
    void a_ping_is_answered_with_its_own_payload() {
        List<byte[]> payloads = List.of(bytes("still there?"), new byte[0], new byte[] {0, -1, 127, -128}, longest());
        for (byte[] payload : payloads) {
            till.ping(payload);
            assertThat(till.awaitPong()).isEqualTo(payload);
        }
        assertThat(till.hasFrames()).isFalse();
    }

    @Test
    void pings_are_answered_before_the_hello_too() {
        try (TestConnector early = new TestConnector(shop.sandbox, shop.sandbox.key())) {
            early.ping(bytes("early"));
            assertThat(early.awaitPong()).isEqualTo(bytes("early"));
        }
    }

    @Test
    void pings_are_answered_while_commands_are_sent_and_no_frame_is_torn() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<List<String>> sales = threads.submit(this::twentySales);
            int pings = 0;
            while (!sales.isDone() || pings < 100) {
                byte[] payload = bytes("ping " + pings++);
                till.ping(payload);
                assertThat(till.awaitPong()).isEqualTo(payload);
            }
            List<String> heard = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                heard.add(Json.need(till.await("command"), "payment_id"));
                till.await("cancel");
            }
            assertThat(heard).isEqualTo(sales.get(20, TimeUnit.SECONDS));
        }
    }

    /** Each is sent to the connector as a command and, to have the terminal free for the next, as a cancel. */
    private List<String> twentySales() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String body = "{'device_id':'%s','amount_minor':100,'currency':'GBP','reference':'ref-%d'}";
            String id = shop.api
                    .post("/terminal-payments", body.formatted(till.device, i))
                    .id();
            shop.api.post("/terminal-payments/" + id + "/cancel", "");
            ids.add(id);
        }
        return ids;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The 125 bytes that a control frame may carry. */
    private static byte[] longest() {
        return bytes("x".repeat(125));
    }
}
