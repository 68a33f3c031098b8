package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Versions;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls of the API's own operations from within, so that what an import or a synchronisation makes passes the same
 * checks and writes the same events as what a caller makes.
 */
final class Inside {
    private static final Keys.ApiKey CALLER = new Keys.ApiKey("inside", Set.of(), Versions.CURRENT, null, null);

    private Inside() {}

    /** The operation of {@code resource} with this method and path. */
    static Endpoint endpoint(Resource resource, String method, String path) {
        return resource.endpoints().stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + method + " " + path));
    }

    /** Runs an operation and gives the object in its answer; its {@link Refusal} comes through. */
    static ObjectNode run(Work work, Endpoint endpoint, Map<String, String> path, ObjectNode body) {
        ObjectNode input = endpoint.input().read(body);
        String answer = endpoint.handler()
                .handle(new Call(work, CALLER, "", path, Map.of(), input))
                .body();
        ObjectNode json = Json.stored(answer);
        return json.get("data") instanceof ObjectNode data ? data : json;
    }

    /** Runs {@code step}; when it is refused, all that it had changed is undone and the refusal comes through. */
    static <T> T whole(Work work, Supplier<T> step) {
        return work.tx().part(step);
    }
}
