package io.keentill.device.nexo.message;

import io.keentill.domain.text.Sentence;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing: amounts are decimal numbers and stay exact. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Most places before or behind the point of a number that is read. */
    private static final int MOST_DIGITS = 64;

    private Json() {}

    /** A new object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** UTF-8. */
    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * An object from UTF-8.
     *
     * @throws UntrustedMessage if it is none, or has numbers with so large exponents that reckoning with them, or writing
     *     them down, would take for ever
     */
    public static ObjectNode read(byte[] utf8) throws UntrustedMessage {
        JsonNode read;
        try {
            read = MAPPER.readTree(utf8);
        } catch (JacksonException e) {
            throw new UntrustedMessage(Sentence.of("nexo.answer-it-is-no-json", "it is no JSON"));
        } catch (NumberFormatException e) {
            // The library lets it through for exponents beyond its own limit.
            throw new UntrustedMessage(Sentence.of(
                    "nexo.answer-it-has-a-number-that-nobody-can-mean", "it has a number that nobody can mean"));
        }
        if (!(read instanceof ObjectNode object)) {
            throw new UntrustedMessage(Sentence.of("nexo.answer-it-is-no-json-object", "it is no JSON object"));
        }
        requireMeant(object);
        return object;
    }

    private static void requireMeant(JsonNode node) throws UntrustedMessage {
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MOST_DIGITS) {
            throw new UntrustedMessage(Sentence.of(
                    "nexo.answer-it-has-a-number-that-nobody-can-mean", "it has a number that nobody can mean"));
        }
        for (JsonNode child : node) {
            requireMeant(child);
        }
    }
}
