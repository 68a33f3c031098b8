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
 * @param formerlyCamel whether its answers were spelt in camelCase up to May 2026 (API reference A.10)
 */
public record Endpoint(
        String method,
        String path,
        String scope,
        ErrorShape errors,
        Shape input,
        Handler handler,
        boolean formerlyCamel) {

    /** An operation that has always answered in the spelling it answers in now. */
    public Endpoint(String method, String path, String scope, ErrorShape errors, Shape input, Handler handler) {
        this(method, path, scope, errors, input, handler, false);
    }

    /** What an endpoint does, inside the request's transaction. */
    @FunctionalInterface
    public interface Handler {
        /**
         * The answer, which is kept for the request's idempotency key with every change. A thrown {@link Refusal}
         * undoes every change; below 500 it is kept for the key, from 500 on it counts as raised before any gateway was
         * called and is not (API reference A.5). A fault after the gateway call is an answer like any other: returned.
         */
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
