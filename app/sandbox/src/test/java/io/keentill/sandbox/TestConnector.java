package io.keentill.sandbox;

import io.keentill.sandbox.data.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** A connector over a real WebSocket that does only what a test tells it. */
final class TestConnector implements WebSocket.Listener, AutoCloseable {
    /** What is waited for comes after a commit: on a busy disk that takes its time. */
    private static final int PATIENCE = 20;

    private final BlockingQueue<ObjectNode> frames = new LinkedBlockingQueue<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<byte[]> pongs = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;
    String device;

    String token;

    TestConnector(Sandbox sandbox, String key) {
        this(sandbox, "x-api-key", key);
    }

    /** A connection that is let in with this header. */
    TestConnector(Sandbox sandbox, String header, String value) {
        URI at = URI.create(sandbox.baseUrl().toString().replace("http:", "ws:") + "/connector");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header(header, value)
                .buildAsync(at, this)
                .join();
    }

    /** Connected, paired, and welcomed. */
    static TestConnector ready(Shop shop) {
        TestConnector connector = new TestConnector(shop.sandbox, shop.sandbox.key());
        connector.hello(true);
        return connector;
    }

    void hello(boolean paired) {
        hello("till-1", paired);
    }

    void hello(String connector, boolean paired) {
        greet(connector, paired);
        ObjectNode welcome = awaitWith("welcome", "type", "welcome");
        device = Json.need(welcome, "device_id");
        token = Json.text(welcome, "connector_token");
    }

    void greet(String connector, boolean paired) {
        send("{'type':'hello','protocol':1,'connector_id':'" + connector
                + "','device_name':'Counter','platform':'linux',"
                + "'app_version':'0.1','terminal_serial':null,'terminal_paired':" + paired
                + ",'terminal_reachable':true,'colour':'ignored'}");
    }

    void send(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).join();
    }

    void outcome(String command, String status, long amount) {
        send("{'type':'outcome','command_id':'%s','status':'%s','amount_minor':%d,'currency':'GBP','uti':'UTI-%s',"
                        .formatted(command, status, amount, command.substring(0, 8))
                + "'auth_code':'123456','response_code':'00','card_scheme':'VISA','masked_pan':'476173******0119',"
                + "'entry_mode':'contactless','executed_at':'2026-05-01T09:00:05Z'}");
    }

    ObjectNode await(String type) {
        try {
            ObjectNode frame = frames.poll(PATIENCE, TimeUnit.SECONDS);
            if (frame == null || !type.equals(Json.text(frame, "type"))) {
                throw new AssertionError("expected " + type + ", got " + frame);
            }
            return frame;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** The next frame whose field has this value; others are passed over. */
    ObjectNode awaitWith(String type, String field, String value) {
        try {
            ObjectNode frame = frames.poll(PATIENCE, TimeUnit.SECONDS);
            while (frame != null && !(type.equals(Json.text(frame, "type")) && value.equals(Json.text(frame, field)))) {
                frame = frames.poll(PATIENCE, TimeUnit.SECONDS);
            }
            if (frame == null) {
                throw new AssertionError("no " + type + " with " + field + " " + value);
            }
            return frame;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    void ping(byte[] payload) {
        socket.sendPing(ByteBuffer.wrap(payload)).join();
    }

    /** The payload of the next pong. */
    byte[] awaitPong() {
        try {
            byte[] payload = pongs.poll(PATIENCE, TimeUnit.SECONDS);
            if (payload == null) {
                throw new AssertionError("a ping was not answered");
            }
            return payload;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    boolean hasFrames() {
        return !frames.isEmpty();
    }

    boolean awaitClosed() throws InterruptedException {
        return closed.await(PATIENCE, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        parts.append(text);
        if (last) {
            ObjectNode frame = Json.stored(parts.toString());
            parts.setLength(0);
            if (!isAgain(frame)) {
                frames.add(frame);
            }
        }
        from.request(1);
        return null;
    }

    /** What is asked of it just after the welcome comes for itself and among what is still open: once is enough to know. */
    private boolean isAgain(ObjectNode frame) {
        String type = String.valueOf(Json.text(frame, "type"));
        boolean asks = type.equals("command") || type.equals("cancel");
        return asks && !asked.add(type + " " + Json.text(frame, "command_id"));
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        byte[] payload = new byte[message.remaining()];
        message.get(payload);
        pongs.add(payload);
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        closed.countDown();
    }

    /** Ends the connection as a crash would. */
    @Override
    public void close() {
        socket.abort();
    }
}
