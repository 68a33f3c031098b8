package io.keentill.revkeen.json;

import io.keentill.revkeen.OpenEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON request body in the order it is written; what is null or empty is left out, so that the server's default holds. */
public final class Body {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** What is set in this request. */
    public static Body of(RequestFields request) {
        Body body = new Body();
        request.members.forEach(body::put);
        return body;
    }

    /** Adds a text, number, boolean, time or date (as ISO 8601), enum member (in lower case), free object, request or list of such. */
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

    private static @Nullable Object wire(Object value) {
        return switch (value) {
            case Cleared _ -> null;
            case Instant time -> time.toString();
            case LocalDate date -> date.toString();
            case OpenEnum<?> word -> word.text();
            case Enum<?> member -> OpenEnum.wire(member);
            case RequestFields nested -> of(nested).members;
            case List<?> list -> wireAll(list);
            default -> value;
        };
    }

    private static List<@Nullable Object> wireAll(List<?> list) {
        List<@Nullable Object> all = new ArrayList<>(list.size());
        for (Object element : list) {
            all.add(wire(element));
        }
        return all;
    }
}
