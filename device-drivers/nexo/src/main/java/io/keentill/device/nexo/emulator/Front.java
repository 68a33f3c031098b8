package io.keentill.device.nexo.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Script;
import io.keentill.device.nexo.message.Envelope;
import io.keentill.device.nexo.message.Json;
import io.keentill.device.nexo.message.NexoKey;
import io.keentill.device.nexo.message.UntrustedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** HTTP and encryption in front of the emulated terminal. */
final class Front implements HttpHandler {

    private static final int LONGEST = 200_000;

    /** Longer than any till waits for one answer. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final EmulatedTerminal terminal;
    private final NexoKey key;
    private final String poiId;
    private final Desk desk;
    private final SecureRandom random = new SecureRandom();

    /** An answer, and what befalls it. */
    record Answer(@Nullable ObjectNode body, Script.@Nullable Fault fault) {
        static Answer of(ObjectNode body) {
            return new Answer(body, null);
        }

        /** Nothing but status 200. */
        static Answer empty() {
            return new Answer(null, null);
        }
    }

    Front(EmulatedTerminal terminal, NexoKey key, String poiId, Desk desk) {
        this.terminal = terminal;
        this.key = key;
        this.poiId = poiId;
        this.desk = desk;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST);
            if (terminal.offline()) {
                return;
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                send(exchange, 404, new byte[0]);
                return;
            }
            ObjectNode request;
            try {
                request = Envelope.open(Json.read(body), key);
                check(request.path("SaleToPOIRequest").path("MessageHeader"));
            } catch (UntrustedMessage e) {
                send(exchange, 401, ("Not accepted: " + e.getMessage()).getBytes(StandardCharsets.UTF_8));
                return;
            }
            answer(exchange, request);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(JsonNode header) throws UntrustedMessage {
        boolean right = header.path("ProtocolVersion").asString("").equals("3.0")
                && header.path("MessageClass").asString("").equals("Service")
                && header.path("MessageType").asString("").equals("Request")
                && header.path("POIID").asString("").equals(poiId)
                && header.path("SaleID").asString("").matches("\\S{1,40}")
                && header.path("ServiceID").asString("").matches("[A-Za-z0-9]{1,10}");
        if (!right) {
            throw new UntrustedMessage("its header is not for this terminal");
        }
    }

    private void answer(HttpExchange exchange, ObjectNode request) throws IOException, InterruptedException {
        JsonNode root = request.path("SaleToPOIRequest");
        JsonNode header = root.path("MessageHeader");
        String category = header.path("MessageCategory").asString("");
        Answer answer = desk.answer(header, category, root.path(category + "Request"));
        if (terminal.offline()
                || answer.fault() == Script.Fault.LOSE_START
                || answer.fault() == Script.Fault.LOSE_RESULT) {
            return;
        }
        if (answer.fault() == Script.Fault.HANG_RESULT) {
            Thread.sleep(SILENCE);
            return;
        }
        ObjectNode body = answer.body();
        if (body == null) {
            send(exchange, 200, new byte[0]);
            return;
        }
        byte[] sealed = Json.bytes(Envelope.seal(response(header, category, body), key, random));
        if (answer.fault() == Script.Fault.GARBAGE) {
            sealed[sealed.length / 2] ^= 0x15;
        }
        send(exchange, 200, sealed);
    }

    private static ObjectNode response(JsonNode header, String category, ObjectNode body) {
        ObjectNode message = Json.object();
        ObjectNode root = message.putObject("SaleToPOIResponse");
        root.set("MessageHeader", ((ObjectNode) header.deepCopy()).put("MessageType", "Response"));
        root.set(category + "Response", body);
        return message;
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
