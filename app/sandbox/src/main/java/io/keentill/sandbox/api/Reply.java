package io.keentill.sandbox.api;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param headers extra headers, by name
 * @param body the body's bytes as text, JSON
 */
public record Reply(int status, Map<String, String> headers, String body) {
    /** An answer with this body and no extra headers. */
    public static Reply of(int status, ObjectNode body) {
        return new Reply(status, Map.of(), body.toString());
    }

    /** The same answer with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
