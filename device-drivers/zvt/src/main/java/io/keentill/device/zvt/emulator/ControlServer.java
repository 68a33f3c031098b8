package io.keentill.device.zvt.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Steers an emulator over HTTP on loopback, for tests and demonstrations in other processes. */
final class ControlServer implements AutoCloseable {

    private static final int LONGEST_BODY = 10_000;

    private final ZvtEmulator emulator;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ControlServer(ZvtEmulator emulator, int port) throws IOException {
        this.emulator = emulator;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        serve("/ledger", "GET", body -> ledger());
        serve("/next", "POST", this::next);
        serve("/release", "POST", body -> release());
        serve("/policy", "POST", this::policy);
        serve("/condition", "POST", this::condition);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private interface Action {
        String answer(String body);
    }

    private void serve(String path, String method, Action action) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (!exchange.getRequestMethod().equals(method)
                        || !exchange.getRequestURI().getPath().equals(path)) {
                    send(exchange, 404, error("There is only " + method + " " + path));
                    return;
                }
                String body = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
                answer(exchange, action, body);
            }
        });
    }

    private static void answer(HttpExchange exchange, Action action, String body) throws IOException {
        String text;
        try {
            text = action.answer(body);
        } catch (IllegalArgumentException e) {
            send(exchange, 400, error(String.valueOf(e.getMessage())));
            return;
        }
        send(exchange, 200, text);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String ledger() {
        String entries =
                emulator.ledger().entries().stream().map(LedgerEntry::toJson).collect(Collectors.joining(","));
        return "{\"entries\":[" + entries + "],\"card_minor\":"
                + emulator.ledger().cardMinor() + "}";
    }

    private String next(String body) {
        Map<String, String> values = FlatJson.parse(body);
        emulator.next(outcome(values));
        return "{\"ok\":true}";
    }

    private String release() {
        emulator.release();
        return "{\"ok\":true}";
    }

    private String condition(String body) {
        String code = FlatJson.parse(body).getOrDefault("code", "");
        if (!code.matches("[0-9A-Fa-f]{2}")) {
            throw new IllegalArgumentException("\"code\" is two hexadecimal digits, 00 for ready");
        }
        emulator.condition(Integer.parseInt(code, 16));
        return "{\"ok\":true}";
    }

    private String policy(String body) {
        String wanted = FlatJson.parse(body).getOrDefault("commit", "");
        emulator.policy(
                switch (wanted) {
                    case "strict" -> CommitPolicy.STRICT;
                    case "books-at-host" -> CommitPolicy.BOOKS_AT_HOST;
                    default -> throw new IllegalArgumentException("\"commit\" is strict or books-at-host");
                });
        return "{\"ok\":true}";
    }

    private static NextOutcome outcome(Map<String, String> values) {
        return switch (values.getOrDefault("outcome", "")) {
            case "approve" -> new NextOutcome.Approve();
            case "decline" -> new NextOutcome.Decline(code(values));
            case "partial" -> new NextOutcome.Partial(number(values, "amount_minor", 0));
            case "slow" -> new NextOutcome.Slow(Duration.ofMillis(number(values, "delay_ms", 5000)));
            case "hold" -> new NextOutcome.HoldAnswer();
            case "drop" -> new NextOutcome.DropAnswer(false);
            case "hang" -> new NextOutcome.DropAnswer(true);
            case "garbage" -> new NextOutcome.Garbage();
            case "decline_hang" -> new NextOutcome.DeclineUnheard(code(values), false);
            case "decline_garbage" -> new NextOutcome.DeclineUnheard(code(values), true);
            case "reboot" -> new NextOutcome.Reboot();
            case "busy" -> new NextOutcome.Busy(2);
            case "cancel" -> new NextOutcome.CancelAtTerminal();
            case "duplicate" -> new NextOutcome.Duplicate();
            case "say" -> new NextOutcome.Say(values.getOrDefault("words", "Bitte wählen"));
            case "pin_retry" -> new NextOutcome.PinRetry();
            case "no_completion" -> new NextOutcome.NoCompletion();
            case "no_status" -> new NextOutcome.NoStatus();
            case "wrong_amount" -> new NextOutcome.WrongAmount(number(values, "more_minor", 1));
            case "wrong_currency" -> new NextOutcome.WrongCurrency("CHF");
            case "no_amount" -> new NextOutcome.NoAmount();
            case "unknown_field" -> new NextOutcome.UnknownField();
            case "stop_crosses" -> new NextOutcome.StopCrosses(0x8483);
            case "answer_of_before" -> new NextOutcome.AnswerOfBefore();
            default ->
                throw new IllegalArgumentException(
                        "\"outcome\" is approve, decline, partial, slow, hold, drop, hang, garbage, reboot, busy, cancel,"
                                + " duplicate, decline_hang, decline_garbage, pin_retry, say, no_completion, no_status, wrong_amount, wrong_currency,"
                                + " no_amount, unknown_field, stop_crosses or answer_of_before");
        };
    }

    private static int code(Map<String, String> values) {
        String text = values.getOrDefault("code", "05");
        if (!text.matches("[0-9A-Fa-f]{1,2}") || Integer.parseInt(text, 16) == 0) {
            throw new IllegalArgumentException("\"code\" is two hexadecimal digits above 00, for example \"05\"");
        }
        return Integer.parseInt(text, 16);
    }

    private static long number(Map<String, String> values, String name, long standard) {
        String text = values.getOrDefault(name, Long.toString(standard));
        if (!text.matches("\\d{1,12}") || Long.parseLong(text) == 0) {
            throw new IllegalArgumentException("\"" + name + "\" is a number above 0");
        }
        return Long.parseLong(text);
    }

    private static String error(String message) {
        return "{\"error\":" + FlatJson.quote(message) + "}";
    }
}
