package io.keentill.device.nexo.emulator;

import io.keentill.device.emulation.Payment;
import io.keentill.device.nexo.message.Envelope;
import io.keentill.device.nexo.message.Json;
import io.keentill.device.nexo.message.NexoKey;
import io.keentill.device.nexo.message.UntrustedMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the terminal asks of the till while a payment runs: texts to show, lines to print. */
final class TillCalls {

    private static final System.Logger LOG = System.getLogger(TillCalls.class.getName());
    private static final int PATIENCE_MILLIS = 10_000;

    private final URI till;
    private final NexoKey key;
    private final String poiId;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger count = new AtomicInteger();

    TillCalls(URI till, NexoKey key, String poiId) {
        this.till = till;
        this.key = key;
        this.poiId = poiId;
    }

    /** Tells what the customer is doing. */
    void tell(String saleId, Payment.Phase phase) {
        String event = switch (phase) {
            case STARTED, DONE -> "";
            case CARD -> "TENDER_CREATED";
            case PIN -> "WAIT_FOR_PIN";
            case PIN_WRONG -> "PIN_INCORRECT";
            case HOST -> "PIN_ENTERED";
        };
        if (!event.isEmpty()) {
            ObjectNode request = Json.object();
            request.putArray("DisplayOutput")
                    .addObject()
                    .put("Device", "CashierDisplay")
                    .put("InfoQualify", "Status")
                    .putObject("OutputContent")
                    .put("OutputFormat", "MessageRef")
                    .putObject("PredefinedContent")
                    .put("ReferenceID", "TransactionID=1&event=" + event);
            call(saleId, "Display", request);
        }
    }

    /** Has lines printed; whether the till says that it did. */
    boolean print(String saleId, List<String> lines) {
        ObjectNode request = Json.object();
        ArrayNode text = request.putObject("PrintOutput")
                .put("DocumentQualifier", "CashierReceipt")
                .putObject("OutputContent")
                .put("OutputFormat", "Text")
                .putArray("OutputText");
        lines.forEach(line -> text.addObject().put("Text", line));
        return call(saleId, "Print", request)
                .map(answer -> answer.path("PrintResponse").path("Response").path("Result"))
                .filter(result -> result.asString("").equals("Success"))
                .isPresent();
    }

    private Optional<JsonNode> call(String saleId, String category, ObjectNode request) {
        ObjectNode message = Json.object();
        ObjectNode root = message.putObject("SaleToPOIRequest");
        root.putObject("MessageHeader")
                .put("ProtocolVersion", "3.0")
                .put("MessageClass", "Device")
                .put("MessageCategory", category)
                .put("MessageType", "Request")
                .put("DeviceID", Integer.toString(count.incrementAndGet()))
                .put("SaleID", saleId)
                .put("POIID", poiId);
        root.set(category + "Request", request);
        try {
            byte[] answer = post(Json.bytes(Envelope.seal(message, key, random)));
            return Optional.of(Envelope.open(Json.read(answer), key).path("SaleToPOIResponse"));
        } catch (IOException | UntrustedMessage e) {
            // A till that does not listen loses texts, never a payment.
            LOG.log(System.Logger.Level.DEBUG, "The till did not take a {0} request", category);
            return Optional.empty();
        }
    }

    private byte[] post(byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) till.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        try (InputStream in = connection.getInputStream()) {
            return in.readNBytes(100_000);
        } finally {
            connection.disconnect();
        }
    }
}
