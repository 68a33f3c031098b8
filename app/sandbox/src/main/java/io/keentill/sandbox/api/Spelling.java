package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The two spellings of field names (API reference A.10). */
public final class Spelling {
    /** Maps whose keys are the caller's own words. */
    private static final Set<String> FREE = Set.of("metadata", "custom_fields");

    private Spelling() {}

    /** {@code snake_case} as {@code camelCase}. */
    public static String camel(String snake) {
        int at = snake.indexOf('_', 1);
        if (at < 0) {
            return snake;
        }
        String[] words = snake.split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            if (!words[i].isEmpty()) {
                name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
            }
        }
        return name.toString();
    }

    /** A JSON text with all its field names in camelCase; what callers named themselves stays. */
    static String camelText(String json) {
        ObjectNode body = Json.objectOrNull(json);
        return body == null ? json : Json.write(camelled(body));
    }

    private static JsonNode camelled(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode renamed = Json.object();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                JsonNode value = FREE.contains(field.getKey()) ? field.getValue() : camelled(field.getValue());
                renamed.set(camel(field.getKey()), value);
            }
            return renamed;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode renamed = Json.array();
            array.forEach(item -> renamed.add(camelled(item)));
            return renamed;
        }
        return node;
    }
}
