package io.keentill.sandbox.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API.
 *
 * @param method upper case
 * @param path with {@code {placeholders}}
 * @param scope the scope that a key needs
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

    /** The placeholders' values when {@code segments} fit this path, else null. */
    @Nullable
    Map<String, String> match(List<String> segments) {
        String[] pattern = path.substring(1).split("/", -1);
        if (pattern.length != segments.size()) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            String segment = segments.get(i);
            if (pattern[i].startsWith("{") && !segment.isEmpty()) {
                values.put(pattern[i].substring(1, pattern[i].length() - 1), segment);
            } else if (!pattern[i].equals(segment)) {
                return null;
            }
        }
        return values;
    }

    /** How literal this path is: of two that fit, the one with fewer placeholders is meant. */
    int placeholders() {
        return (int) path.chars().filter(c -> c == '{').count();
    }
}
