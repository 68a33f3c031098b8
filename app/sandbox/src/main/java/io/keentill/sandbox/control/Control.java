package io.keentill.sandbox.control;

import io.keentill.sandbox.api.ApiRequest;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A part of the sandbox's own controls: what it does with which request below {@code /sandbox}. */
@FunctionalInterface
public interface Control {
    /** What a request gets. */
    @FunctionalInterface
    interface Handler {
        /** The answer; throws a {@link Refusal} for a request that cannot be. */
        Reply handle(ApiRequest request);
    }

    /** The handlers by method and path, such as {@code GET /clock}. */
    Map<String, Handler> handlers();

    /** The checked body of a request. */
    static ObjectNode body(ApiRequest request, Shape shape) {
        ObjectNode body = request.body().isBlank() ? Json.object() : Json.objectOrNull(request.body());
        if (body == null) {
            throw Refusal.invalid(null, "The body must be one JSON object.");
        }
        return shape.read(body);
    }
}
