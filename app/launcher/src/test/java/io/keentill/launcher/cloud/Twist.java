package io.keentill.launcher.cloud;

import io.keentill.device.link.LinkException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of an answer of RevKeen's on its way to the till. */
enum Twist {
    NONE,
    /** The connection ends instead. */
    LOST,
    /** Nothing comes, the connection stays. */
    HANGS,
    /** Something that is no HTTP comes. */
    GARBAGE,
    /** It comes twice. */
    TWICE,
    /** It names one minor unit more. */
    AMOUNT,
    /** It names another currency. */
    CURRENCY,
    /** It carries another reference. */
    REFERENCE,
    /** The request is kept from RevKeen; its record of the payment before is answered. */
    OF_BEFORE,
    /** RevKeen goes down for a moment. */
    RESTART;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The record that an answer to a single payment holds; empty object if it holds none. */
    static JsonNode record(byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        int body = text.indexOf("\r\n\r\n");
        JsonNode tree = body < 0 || body + 4 == text.length()
                ? JSON.createObjectNode()
                : JSON.readTree(text.substring(body + 4));
        return tree.path("data");
    }

    /** A whole answer with this record. */
    static byte[] answer(int status, JsonNode record) {
        ObjectNode body = JSON.createObjectNode();
        body.set("data", record);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /** What comes instead of this answer. */
    List<byte[]> of(byte[] answer) throws LinkException {
        return switch (this) {
            case NONE, OF_BEFORE -> List.of(answer);
            case LOST, RESTART -> throw new LinkException("RevKeen is gone");
            case HANGS -> List.of();
            case GARBAGE -> List.of("%%% no HTTP %%%\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            case TWICE -> List.of(answer, answer.clone());
            case AMOUNT, CURRENCY, REFERENCE -> List.of(changed(answer));
        };
    }

    private byte[] changed(byte[] answer) {
        if (!(record(answer) instanceof ObjectNode record)) {
            return answer;
        }
        switch (this) {
            case AMOUNT -> record.put("amount_minor", record.get("amount_minor").asLong() + 1);
            case CURRENCY -> record.put("currency", "EUR");
            default -> record.put("reference", "SOMEONEELSE");
        }
        int status = Integer.parseInt(new String(answer, 9, 3, StandardCharsets.US_ASCII));
        return answer(status, record);
    }
}
