package io.keentill.revkeen.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON request body in the order it is written; what is null or empty is left out, so that the server's default holds. */
public final class Body {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** What is set in this request. */
    public static Body of(RequestFields request) {
        Body body = new Body();
        request.members.forEach(body::put);
        return body;
    }

    /** Adds a text, number, boolean, time (as ISO 8601), enum member (in lower case), free object, request or list of such. */
    public Body put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, wire(value));
        }
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
            case RequestFields nested -> of(nested).members;
            case List<?> list -> list.stream().map(Body::wire).toList();
            default -> value;
        };
    }
}
