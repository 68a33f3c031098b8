package io.keentill.engine.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's side of the connector channel: a WebSocket (RFC 6455) with short text frames only. */
public final class ChannelPeer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final AtomicBoolean losesNextOutcome = new AtomicBoolean();
    private final AtomicReference<OutputStream> out = new AtomicReference<>();
    private volatile Runnable onHello = () -> {};
    private volatile Consumer<JsonNode> onOutcome = outcome -> {};

    /** The line breaks at the next outcome, before it is settled. */
    public void loseNextOutcome() {
        losesNextOutcome.set(true);
    }

    /** Runs after each welcome. */
    public void onHello(Runnable listener) {
        onHello = listener;
    }

    /** Runs for each outcome that a till sends, before it is settled. */
    public void onOutcome(Consumer<JsonNode> listener) {
        onOutcome = listener;
    }

    /** Everything the till sent so far, in sequence. */
    public List<JsonNode> received() {
        return received;
    }

    /** The outcomes among it for one command. */
    public List<JsonNode> outcomes(String commandId) {
        return received.stream()
                .filter(m -> m.path("type").asString("").equals("outcome"))
                .filter(m -> m.path("command_id").asString("").equals(commandId))
                .toList();
    }

    /** Whether a till said hello and is still there. */
    public boolean linked() {
        return out.get() != null;
    }

    /** Upgrades the connection and serves it until it ends. */
    public void serve(HttpPeer.Request request, InputStream in, OutputStream to) throws IOException {
        String key = request.headers().get("Sec-WebSocket-Key");
        to.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
        try {
            for (JsonNode message = read(in); message != null; message = read(in)) {
                received.add(message);
                switch (message.path("type").asString("")) {
                    case "hello" -> {
                        out.set(to);
                        send(Map.of("type", "welcome", "device_id", "dev-1", "heartbeat_seconds", 30));
                        onHello.run();
                    }
                    case "outcome" -> {
                        if (losesNextOutcome.compareAndSet(true, false)) {
                            return;
                        }
                        onOutcome.accept(message);
                        send(Map.of(
                                "type", "settled",
                                "command_id", message.path("command_id").asString(),
                                "status", message.path("status").asString()));
                    }
                    default -> {
                        // heartbeats and acceptances are only kept
                    }
                }
            }
        } finally {
            // A till that came back may be there already, before the end of its line from before is seen here.
            out.compareAndSet(to, null);
        }
    }

    /** Sends a sale command. */
    public void command(String commandId, String action, String reference, long minor, String currency)
            throws IOException {
        send(Map.of(
                "type", "command",
                "command_id", commandId,
                "action", action,
                "payment_id", "tp-" + commandId,
                "reference", reference,
                "amount_minor", minor,
                "currency", currency));
    }

    /** Sends the command to give a sale back. */
    public void reverse(
            String commandId, String action, String reference, long minor, String currency, String originalReference)
            throws IOException {
        send(Map.of(
                "type", "command",
                "command_id", commandId,
                "action", action,
                "payment_id", commandId,
                "reference", reference,
                "amount_minor", minor,
                "currency", currency,
                "original_reference", originalReference));
    }

    /** Sends one message. */
    public synchronized void send(Map<String, ?> message) throws IOException {
        OutputStream to = out.get();
        if (to == null) {
            throw new IOException("No till is linked");
        }
        byte[] text = JSON.writeValueAsBytes(message);
        to.write(0x81);
        if (text.length < 126) {
            to.write(text.length);
        } else {
            to.write(126);
            to.write(text.length >> 8);
            to.write(text.length & 0xff);
        }
        to.write(text);
        to.flush();
    }

    /** The next text message; null at the end. Pings are not answered: no test lasts that long. */
    private static JsonNode read(InputStream in) throws IOException {
        while (true) {
            int opcode = in.read() & 0x0f;
            int length = in.read() & 0x7f;
            if (opcode == 8 || opcode == 0x0f) {
                return null;
            }
            if (length == 126) {
                length = (in.read() << 8) | in.read();
            }
            byte[] mask = in.readNBytes(4);
            byte[] text = in.readNBytes(length);
            for (int i = 0; i < text.length; i++) {
                text[i] ^= mask[i % 4];
            }
            if (opcode == 1) {
                return JSON.readTree(text);
            }
        }
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
