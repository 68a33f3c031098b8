package io.keentill.revkeen.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON request body in the order it is written; what is null or empty is left out, so that the server's default holds. */
public final class Body {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a text, number, boolean, time (as ISO 8601) or enum member (in lower case). */
    public Body put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, wire(value));
        }
        return this;
    }

    /** Adds a free object unless it is empty. */
    public Body putMap(String name, Map<String, Object> value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
        return this;
    }

    /** Adds a nested body. */
    public Body putBody(String name, Body value) {
        members.put(name, value.members);
        return this;
    }

    /** Adds a list of nested bodies, also when it is empty. */
    public <T> Body putList(String name, List<T> items, Function<T, Body> writer) {
        members.put(name, items.stream().map(item -> writer.apply(item).members).toList());
        return this;
    }

    /** Compact UTF-8 JSON. */
    public byte[] bytes() {
        return Json.bytes(members);
    }

    /** The same as text. */
    public String text() {
        return new String(bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Object wire(Object value) {
        return switch (value) {
            case Instant time -> time.toString();
            case Enum<?> member -> io.keentill.revkeen.OpenEnum.wire(member);
            default -> value;
        };
    }
}
