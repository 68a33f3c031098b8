package io.keentill.device.emulation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Steers an emulated terminal over HTTP on loopback, for tests and training in other processes: {@code GET /ledger},
 * {@code POST /next}, {@code POST /release}. A request from a web page is refused.
 */
public final class ControlServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_BODY = 10_000;

    private final EmulatedTerminal terminal;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     * @throws IOException if it is taken
     */
    public ControlServer(EmulatedTerminal terminal, int port) throws IOException {
        this.terminal = terminal;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        serve("/ledger", "GET", body -> ledger());
        serve("/next", "POST", body -> {
            terminal.next(script(body));
            return ok();
        });
        serve("/release", "POST", body -> {
            terminal.release();
            return ok();
        });
        server.start();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private interface Action {
        ObjectNode answer(JsonNode body);
    }

    private void serve(String path, String method, Action action) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (exchange.getRequestHeaders().containsKey("Origin")) {
                    send(exchange, 403, error("Web pages may not steer a terminal"));
                } else if (!exchange.getRequestMethod().equals(method)
                        || !exchange.getRequestURI().getPath().equals(path)) {
                    send(exchange, 404, error("There is only " + method + " " + path));
                } else {
                    answer(exchange, action);
                }
            }
        });
    }

    private static void answer(HttpExchange exchange, Action action) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        ObjectNode reply;
        try {
            reply = action.answer(body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
        } catch (IllegalArgumentException e) {
            send(exchange, 400, error(String.valueOf(e.getMessage())));
            return;
        } catch (JacksonException e) {
            send(exchange, 400, error("The body is no JSON: " + e.getOriginalMessage()));
            return;
        }
        send(exchange, 200, reply);
    }

    private static void send(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private ObjectNode ledger() {
        ObjectNode reply = JSON.createObjectNode();
        ArrayNode entries = reply.putArray("entries");
        terminal.acquirer().all().forEach(booking -> entries.add(booking.toJson()));
        return reply.put("card_minor", terminal.acquirer().cardMinor());
    }

    /** The script that a body means: {@code {"outcome":…, "fault":…}}. */
    static Script script(JsonNode body) {
        Script then = outcome(body);
        String fault = body.path("fault").asString("");
        if (fault.isEmpty()) {
            return then;
        }
        try {
            return new Script.Answer(Script.Fault.valueOf(fault.toUpperCase(Locale.ROOT)), then);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "\"fault\" is lose_start, lose_result, hang_result, garbage, duplicate, wrong_amount, wrong_currency,"
                            + " wrong_reference or wrong_transaction",
                    unknown);
        }
    }

    private static Script outcome(JsonNode body) {
        return switch (body.path("outcome").asString("approve")) {
            case "approve" -> new Script.Approve();
            case "decline" -> new Script.Decline(code(body));
            case "partial" -> new Script.Partial(number(body, "amount_minor", 0));
            case "slow" -> new Script.Slow(Duration.ofMillis(number(body, "delay_ms", 5000)));
            case "pin_retry" -> new Script.PinRetry();
            case "busy" -> new Script.Busy((int) number(body, "times", 1));
            case "cancel" -> new Script.CancelAtTerminal();
            case "reboot" -> new Script.Reboot(true);
            case "reboot_before" -> new Script.Reboot(false);
            case "forget" -> new Script.Forget();
            case "hold" -> new Script.Hold();
            default ->
                throw new IllegalArgumentException("\"outcome\" is approve, decline, partial, slow, pin_retry, busy,"
                        + " cancel, reboot, reboot_before, forget or hold");
        };
    }

    private static String code(JsonNode body) {
        String text = body.path("code").asString("05");
        if (!text.matches("[0-9A-Z]{2}") || text.equals("00")) {
            throw new IllegalArgumentException("\"code\" is two characters other than 00, for example \"05\"");
        }
        return text;
    }

    private static long number(JsonNode body, String name, long standard) {
        long value = body.path(name).asLong(standard);
        if (value <= 0 || value > 999_999_999_999L) {
            throw new IllegalArgumentException("\"" + name + "\" is a number above 0");
        }
        return value;
    }

    private static ObjectNode ok() {
        return JSON.createObjectNode().put("ok", true);
    }

    private static ObjectNode error(String message) {
        return JSON.createObjectNode().put("error", message);
    }
}
