package io.keentill.device.weblink.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Script;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP in front of the emulated terminal: paths, versions, token, {@code tid}. */
final class Front implements HttpHandler {

    private static final Pattern PATH =
            Pattern.compile("/POSitiveWebLink/(?:1\\.0\\.0|1\\.1\\.0|1\\.2\\.0)(?:/rest)?/(\\w+)");
    /** Longer than any till waits for one answer. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int LONGEST_BODY = 100_000;

    private final EmulatedTerminal terminal;
    private final Pairing pairing;
    private final Desk desk;

    Front(EmulatedTerminal terminal, Pairing pairing, Behaviour behaviour) {
        this.terminal = terminal;
        this.pairing = pairing;
        this.desk = new Desk(terminal, behaviour);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
            if (terminal.offline()) {
                return;
            }
            Answer answer = answer(exchange, body);
            if (terminal.offline() || answer.lost()) {
                return;
            }
            if (answer.fault() == Script.Fault.HANG_RESULT) {
                Thread.sleep(SILENCE);
                return;
            }
            byte[] bytes = answer.bytes();
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange, String body) {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return Answer.text(404, "Unknown path");
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        String call = exchange.getRequestMethod() + " " + path.group(1);
        if (call.equals("GET pair")) {
            return desk.pair(pairing, query);
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !pairing.admits(authorization)) {
            return Answer.text(403, "Not authorised");
        }
        if (call.equals("GET info")) {
            return desk.info();
        }
        if (!terminal.profile().serial().equals(query.get("tid"))) {
            return Answer.text(400, "Parameter tid is missing or not this terminal's serial number");
        }
        return switch (call) {
            case "GET status" -> desk.status();
            case "POST transaction" -> desk.start(query, body);
            case "GET transaction" -> desk.poll(query);
            case "DELETE transaction" -> desk.cancel();
            case "GET reports" -> desk.report(query.getOrDefault("reportType", ""));
            case "GET historyReports" -> desk.history();
            default -> Answer.text(404, "Unknown path");
        };
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> values = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
