package io.keentill.sandbox.control;

import io.keentill.sandbox.api.ApiRequest;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Scopes;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.api.Versions;
import io.keentill.sandbox.data.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes, lists and revokes API keys. A key's text is only ever in the answer that made it. */
public record KeyControl(Keys keys) implements Control {
    private static final Shape NEW = Shape.of(
            Field.texts("scopes", 100),
            Field.choice("version", Versions.known()).or(Versions.CURRENT));

    private static final Shape OLD = Shape.of(Field.text("key", 200).must());

    @Override
    public Map<String, Handler> handlers() {
        return Map.of("GET /keys", request -> list(), "POST /keys", this::make, "POST /keys/revoke", this::revoke);
    }

    private Reply make(ApiRequest request) {
        ObjectNode input = Control.body(request, NEW);
        Set<String> scopes = new TreeSet<>();
        for (JsonNode scope : input.path("scopes")) {
            if (!Scopes.known(scope.stringValue())) {
                throw Refusal.invalid("scopes", "There is no scope " + scope.stringValue() + ".");
            }
            scopes.add(scope.stringValue());
        }
        if (!input.has("scopes")) {
            scopes.addAll(Scopes.every());
        }
        String version = Json.need(input, "version");
        ObjectNode body = Json.object().put("key", keys.issue(scopes, version)).put("version", version);
        ArrayNode granted = body.putArray("scopes");
        scopes.forEach(granted::add);
        return Reply.of(201, body);
    }

    private Reply list() {
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("keys");
        keys.all().forEach(key -> {
            ObjectNode one = all.addObject().put("sha256", key.hash()).put("version", key.version());
            ArrayNode scopes = one.putArray("scopes");
            new TreeSet<>(key.scopes()).forEach(scopes::add);
        });
        return Reply.of(200, body);
    }

    private Reply revoke(ApiRequest request) {
        String text = Json.need(Control.body(request, OLD), "key");
        return Reply.of(200, Json.object().put("revoked", keys.revoke(text)));
    }
}
