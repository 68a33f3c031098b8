package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Work;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a handler gets.
 *
 * @param work the transaction that it runs in
 * @param caller the key or token that the request came with
 * @param requestId the id to answer with where a resource does
 * @param path the values of the path's placeholders
 * @param query the query parameters
 * @param input the body as its shape read it: checked, snake_case, with defaults
 */
public record Call(
        Work work,
        Keys.ApiKey caller,
        String requestId,
        Map<String, String> path,
        Map<String, String> query,
        ObjectNode input) {

    /** A placeholder's value. */
    public String id(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the path has no {" + name + "}");
        }
        return value;
    }

    /** A query parameter, null when it is absent or empty. */
    public @Nullable String param(String name) {
        String value = query.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
