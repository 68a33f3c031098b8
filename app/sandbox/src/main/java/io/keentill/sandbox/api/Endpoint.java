package io.keentill.sandbox.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One operation of the API.
 *
 * @param method upper case
 * @param path with {@code {placeholders}}
 * @param scope the scope that a key needs; several with a bar between them when any one will do
 * @param errors the shape of its refusals
 * @param input what its body may hold
 * @param handler what it does
 */
public record Endpoint(String method, String path, String scope, ErrorShape errors, Shape input, Handler handler) {

    /** What an endpoint does, inside the request's transaction. */
    @FunctionalInterface
    public interface Handler {
        /** The answer; a {@link Refusal} instead undoes every change. */
        Reply handle(Call call);
    }

    /** The path's segments, placeholders in their braces. */
    List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }

    /** The placeholders' values in {@code actual}, the segments of a request that fits this path. */
    Map<String, String> placeholders(List<String> actual) {
        List<String> pattern = segments();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String name = pattern.get(i);
            if (name.startsWith("{")) {
                values.put(name.substring(1, name.length() - 1), actual.get(i));
            }
        }
        return values;
    }
}
