package io.keentill.revkeen.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.LoopbackServer;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connector channel against a WebSocket server of raw frames. */
@Timeout(60)
class ConnectorTest {
    private static final String WELCOME = "{\"type\":\"welcome\",\"device_id\":\"d1\",\"heartbeat_seconds\":1}";
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private LoopbackServer server;
    private RevKeen revkeen;
    private ConnectorChannel channel;

    @BeforeEach
    void open() throws Exception {
        server = new LoopbackServer();
        revkeen = RevKeen.at(server.url(), "rk_sandbox_x");
        var base = ConnectorSettings.of(
                () -> new ToServer.Hello("till-1", "Counter", "linux", "0.1", null, true, null),
                () -> new ToServer.Heartbeat(true, true, null),
                scheduler);
        var quick = new RetryPolicy(1, Duration.ofMillis(20), Duration.ofMillis(50), Duration.ZERO);
        channel = revkeen.connector(
                new ConnectorSettings(
                        base.hello(),
                        base.heartbeat(),
                        scheduler,
                        quick,
                        Duration.ofMillis(30),
                        Duration.ofSeconds(5),
                        Duration.ZERO),
                new ConnectorListener() {
                    @Override
                    public void stateChanged(ConnectorState state) {
                        heard.add(state);
                    }

                    @Override
                    public void received(FromServer message) {
                        heard.add(message);
                        if (message instanceof FromServer.Cancel) {
                            throw new IllegalStateException("a listener with a bug");
                        }
                    }

                    @Override
                    public void ignored(String why) {
                        heard.add(why);
                    }
                });
    }

    @AfterEach
    void close() throws Exception {
        channel.close();
        revkeen.close();
        server.close();
        scheduler.shutdownNow();
    }

    private static void upgrade(LoopbackServer.Arrived request, OutputStream out) throws Exception {
        String key = request.headers().get("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        String accept = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.US_ASCII)));
        out.write(
                ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                + accept + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void frame(OutputStream out, int opcode, byte[] payload) throws Exception {
        out.write(0x80 | opcode);
        if (payload.length < 126) {
            out.write(payload.length);
        } else {
            out.write(126);
            out.write(payload.length >> 8);
            out.write(payload.length & 255);
        }
        out.write(payload);
        out.flush();
    }

    private static void text(OutputStream out, String text) throws Exception {
        frame(out, 1, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next text frame of the client, or null at the end. */
    private static String read(InputStream in) throws Exception {
        int first = in.read();
        if (first < 0 || (first & 15) != 1) {
            return null;
        }
        int length = in.read() & 127;
        length = length == 126 ? in.read() << 8 | in.read() : length;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new String(payload, StandardCharsets.UTF_8);
    }

    private void readAll(InputStream in) throws Exception {
        for (String t = read(in); t != null; t = read(in)) {
            said.add(t);
        }
    }

    private <T> T next(Class<T> type) throws InterruptedException {
        while (true) {
            Object event = heard.poll(15, TimeUnit.SECONDS);
            assertThat(event).as("waiting for " + type.getSimpleName()).isNotNull();
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }

    @Test
    void hello_command_outcome_settled_and_heartbeat() throws Exception {
        server.then((request, in, out) -> {
            upgrade(request, out);
            said.add(read(in));
            text(out, WELCOME);
            text(
                    out,
                    "{\"type\":\"command\",\"command_id\":\"k1\",\"action\":\"sale\",\"payment_id\":\"p1\",\"reference\":\"R1\",\"amount_minor\":1250,\"currency\":\"GBP\",\"original_reference\":null,\"requested_at\":\"2026-11-24T08:00:00Z\",\"later\":1}");
            text(out, "{\"type\":\"settled\",\"command_id\":\"k1\",\"status\":\"approved\"}");
            readAll(in);
        });
        assertThat(channel.send(new ToServer.Accepted("k0"))).isFalse();
        channel.start();
        channel.start();
        assertThat(next(ConnectorState.Online.class).deviceId()).isEqualTo("d1");
        var command = next(FromServer.Command.class);
        assertThat(command.action().is(TerminalPaymentType.SALE)).isTrue();
        assertThat(command.amountMinor()).isEqualTo(1250);
        assertThat(next(FromServer.Settled.class).commandId()).isEqualTo("k1");
        var outcome = new ToServer.Outcome(
                "k1",
                ToServer.Result.APPROVED,
                1250,
                "GBP",
                null,
                "A1",
                "00",
                null,
                "VISA",
                "4111111111111111",
                null,
                null,
                null,
                Instant.parse("2026-11-24T08:00:05Z"));
        assertThat(channel.send(outcome)).isTrue();
        assertThat(server.arrived.take().headers())
                .containsEntry("x-api-key", "rk_sandbox_x")
                .containsEntry("Upgrade", "websocket");
        assertThat(said.poll(15, TimeUnit.SECONDS))
                .startsWith("{\"type\":\"hello\",\"protocol\":1,\"connector_id\":\"till-1\"");
        // On a busy machine the first heartbeat may be due before the outcome is handed over.
        List<String> then = new ArrayList<>();
        while (then.stream().noneMatch(s -> s.startsWith("{\"type\":\"outcome\""))
                || then.stream().noneMatch(s -> s.startsWith("{\"type\":\"heartbeat\""))) {
            then.add(said.poll(15, TimeUnit.SECONDS));
            assertThat(then).as("outcome and heartbeat").doesNotContainNull();
        }
        assertThat(then)
                .filteredOn(s -> s.startsWith("{\"type\":\"outcome\""))
                .singleElement()
                .asString()
                .contains("\"masked_pan\":\"****1111\"")
                .doesNotContain("4111");
        assertThat(server.count()).isEqualTo(1);
        channel.close();
        next(ConnectorState.Closed.class);
    }

    @Test
    void junk_is_dropped_and_the_channel_lives_on() throws Exception {
        server.then((request, in, out) -> {
            upgrade(request, out);
            read(in);
            text(out, WELCOME);
            for (String junk : new String[] {
                "",
                "{",
                "[]",
                "null",
                "{\"type\":7}",
                "{\"type\":\"dance\"}",
                "{\"type\":\"command\",\"command_id\":\"x\"}",
                "[".repeat(5000)
            }) {
                text(out, junk);
            }
            frame(out, 2, new byte[] {1, 2, 3});
            text(out, "{\"type\":\"cancel\",\"command_id\":\"k2\"}");
            text(out, "{\"type\":\"error\",\"code\":\"c\",\"message\":\"m\"}");
            readAll(in);
        });
        channel.start();
        next(ConnectorState.Online.class);
        for (int i = 0; i < 9; i++) {
            next(String.class);
        }
        assertThat(next(FromServer.Cancel.class).commandId()).isEqualTo("k2");
        assertThat(next(FromServer.ServerError.class).code()).isEqualTo("c");
        assertThat(channel.state()).isInstanceOf(ConnectorState.Online.class);
    }

    @Test
    void reconnects_after_a_drop_and_after_refusals() throws Exception {
        server.then((request, in, out) -> {
                    upgrade(request, out);
                    read(in);
                    text(out, WELCOME);
                })
                .reply(500, "{}")
                .reply(401, "{}")
                .reply(404, "{}")
                .then((request, in, out) -> {
                    upgrade(request, out);
                    read(in);
                    text(out, WELCOME);
                    readAll(in);
                });
        channel.start();
        next(ConnectorState.Online.class);
        next(ConnectorState.Waiting.class);
        assertThat(next(ConnectorState.Waiting.class).reason()).contains("500");
        assertThat(next(ConnectorState.Refused.class).status()).isEqualTo(401);
        next(ConnectorState.NotOffered.class);
        next(ConnectorState.Online.class);
        assertThat(server.count()).isEqualTo(5);
    }
}
