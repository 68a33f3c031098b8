package io.keentill.revkeen.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON bytes to trees and back. Fractions are exact decimals, never binary floating point. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** The tree of these bytes; {@link MalformedReplyException} when they are not one JSON value. */
    public static JsonNode parse(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw new MalformedReplyException("the reply is empty");
            }
            return node;
        } catch (JacksonException e) {
            throw new MalformedReplyException("the reply is not JSON: " + e.getOriginalMessage());
        } catch (NumberFormatException e) {
            // The library lets it through for exponents beyond its own limit.
            throw new MalformedReplyException("the reply has a number out of all range");
        }
    }

    /** Compact UTF-8; the members keep the order of the map, so equal maps give equal bytes. */
    public static byte[] bytes(Map<String, ? extends @Nullable Object> object) {
        return MAPPER.writeValueAsBytes(object);
    }

    /** A copy that nobody can change: nested maps and lists too; members that are null are left out. */
    public static Map<String, Object> freeze(Map<String, ?> source) {
        Map<String, Object> copy = new LinkedHashMap<>();
        source.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, freezeValue(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    /** Plain Java for a tree: String, Boolean, Long, BigInteger, BigDecimal, List or Map; null for JSON null. */
    static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                Object value = plain(member.getValue());
                if (value != null) {
                    map.put(member.getKey(), value);
                }
            }
            return Collections.unmodifiableMap(map);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode element : node.values()) {
                Object value = plain(element);
                if (value != null) {
                    list.add(value);
                }
            }
            return Collections.unmodifiableList(list);
        }
        return scalar(node);
    }

    private static @Nullable Object scalar(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
        }
        return node.isNumber() ? node.decimalValue() : node.asString();
    }

    /** The same, but members that are null are kept: in an update they remove what the server holds. */
    static Map<String, @Nullable Object> freezePatch(Map<String, ? extends @Nullable Object> source) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        source.forEach((name, value) -> copy.put(name, value == null ? null : freezeValue(value)));
        return Collections.unmodifiableMap(copy);
    }

    /** The same for a value of any kind. */
    static Object freezeValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((k, v) -> named.put(String.valueOf(k), v));
            return freeze(named);
        }
        return value instanceof List<?> list
                ? list.stream().map(Json::freezeValue).toList()
                : value;
    }
}
