package io.keentill.device.nexo.message;

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
     * @throws UntrustedMessage if it is none
     */
    public static ObjectNode read(byte[] utf8) throws UntrustedMessage {
        try {
            if (MAPPER.readTree(utf8) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new UntrustedMessage("it is no JSON");
        }
        throw new UntrustedMessage("it is no JSON object");
    }
}
