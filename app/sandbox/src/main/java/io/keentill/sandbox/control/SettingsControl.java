package io.keentill.sandbox.control;

import io.keentill.sandbox.api.ApiRequest;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.RateLimiter;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.api.Switches;
import io.keentill.sandbox.data.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What can be changed while the sandbox runs; a restart begins with the configuration again. */
public record SettingsControl(RateLimiter limiter, Switches switches) implements Control {
    private static final int MOST = 1_000_000;

    private static final Shape CHANGE = Shape.of(
            Field.whole("requests_per_minute", 0, MOST),
            Field.whole("burst", 0, MOST),
            Field.flag("older_spelling"),
            Field.flag("older_events"));

    @Override
    public Map<String, Handler> handlers() {
        return Map.of("GET /settings", request -> settings(), "PATCH /settings", this::change);
    }

    private Reply change(ApiRequest request) {
        ObjectNode input = Control.body(request, CHANGE);
        if (input.has("requests_per_minute") || input.has("burst")) {
            limit(input);
        }
        if (input.has("older_spelling")) {
            switches.olderSpelling(Json.yes(input, "older_spelling"));
        }
        if (input.has("older_events")) {
            switches.olderEvents(Json.yes(input, "older_events"));
        }
        return settings();
    }

    private void limit(ObjectNode input) {
        boolean rate = input.has("requests_per_minute");
        int perMinute = rate ? (int) Json.whole(input, "requests_per_minute") : limiter.perMinute();
        int burst = input.has("burst") ? (int) Json.whole(input, "burst") : 2 * perMinute;
        if (perMinute > 0 && burst == 0) {
            throw Refusal.invalid("burst", "Where there is a limit, a burst is at least 1.");
        }
        limiter.change(perMinute, burst);
    }

    private Reply settings() {
        return Reply.of(
                200,
                Json.object()
                        .put("requests_per_minute", limiter.perMinute())
                        .put("burst", limiter.burst())
                        .put("older_spelling", switches.olderSpelling())
                        .put("older_events", switches.olderEvents()));
    }
}
