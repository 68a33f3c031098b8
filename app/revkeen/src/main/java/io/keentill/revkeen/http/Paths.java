package io.keentill.revkeen.http;

import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Paths and queries, encoded. */
public final class Paths {
    private Paths() {}

    /** The path of these segments; each is encoded whole, so an id with a slash stays one segment. */
    public static String of(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("an id in the path may not be empty or dots");
            }
            path.append('/').append(encode(segment));
        }
        return path.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /**
     * Query parameters in the order given; null is left out, enum members are lower case, dates ISO. Times are Unix
     * seconds unless asked for as {@link #ofIso}: which of the two depends on the resource (section A.9).
     */
    public static final class Query {
        private final Map<String, String> parameters = new LinkedHashMap<>();

        /** What is set in this filter, times as Unix seconds. */
        public static Query of(RequestFields filter) {
            Query query = new Query();
            Members.of(filter).forEach(query::put);
            return query;
        }

        /** What is set in this filter, times as ISO 8601. */
        public static Query ofIso(RequestFields filter) {
            Query query = new Query();
            Members.of(filter)
                    .forEach((name, value) -> query.put(name, value instanceof Instant time ? time.toString() : value));
            return query;
        }

        /** Sets one, or nothing when the value is null. */
        public Query put(String name, @Nullable Object value) {
            if (value != null) {
                parameters.put(
                        name,
                        switch (value) {
                            case Instant time -> Long.toString(time.getEpochSecond());
                            case Enum<?> member -> io.keentill.revkeen.OpenEnum.wire(member);
                            default -> value.toString();
                        });
            }
            return this;
        }

        /** This path with these parameters behind it, for a write that has some. */
        public String on(String path) {
            return path + text();
        }

        Query copy() {
            Query copy = new Query();
            copy.parameters.putAll(parameters);
            return copy;
        }

        String text() {
            return parameters.isEmpty()
                    ? ""
                    : parameters.entrySet().stream()
                            .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                            .collect(Collectors.joining("&", "?", ""));
        }
    }
}
