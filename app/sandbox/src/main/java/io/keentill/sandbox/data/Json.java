package io.keentill.sandbox.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out, in the few forms that the sandbox needs. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The object in {@code text}, or null when it is not JSON or not an object. */
    public static @Nullable ObjectNode objectOrNull(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? object : null;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    /** The value in {@code text}, or null when it is not JSON. */
    public static @Nullable JsonNode nodeOrNull(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? null : node;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    /** The object in {@code text}, which this program wrote itself. */
    public static ObjectNode stored(String text) {
        return (ObjectNode) MAPPER.readTree(text);
    }

    /** {@code node} in its shortest text form. */
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The text of a field, or null when it is absent, null or no text. */
    public static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    /** The text of a field that is always there. */
    public static String need(JsonNode node, String field) {
        String value = text(node, field);
        if (value == null) {
            throw new IllegalStateException("no text in " + field);
        }
        return value;
    }

    /** The whole number in a field, 0 when it is absent or null. */
    public static long whole(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isIntegralNumber() ? value.longValue() : 0;
    }

    /** Whether a field is there and true. */
    public static boolean yes(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isBoolean() && value.booleanValue();
    }

    /** Whether a field is there and not null. */
    public static boolean has(JsonNode node, String field) {
        return node.hasNonNull(field);
    }

    /** Merges {@code input.metadata} into the object's and takes it out of the input: a null value removes its key. */
    public static void mergeMetadata(ObjectNode object, ObjectNode input) {
        JsonNode changes = input.remove("metadata");
        if (changes == null) {
            return;
        }
        ObjectNode merged = object.get("metadata") instanceof ObjectNode old ? old : object();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), change.getValue());
            }
        }
        object.set("metadata", merged);
    }

    /** Copies {@code fields} from {@code from}; an absent one becomes null, because answers carry all their keys. */
    public static void copy(ObjectNode from, ObjectNode to, String... fields) {
        for (String field : fields) {
            JsonNode value = from.get(field);
            to.set(field, value == null ? to.nullNode() : value);
        }
    }
}
