package io.keentill.sandbox.control;

import io.keentill.sandbox.api.ApiRequest;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Reads, sets and advances the clock; what becomes due by that is done before the answer. */
public record ClockControl(SandboxClock clock, Runnable tick) implements Control {
    private static final long MOST_SECONDS = 3_155_760_000L;

    private static final Shape MOVE = Shape.of(
            Field.time("set"), Field.whole("advance_seconds", -MOST_SECONDS, MOST_SECONDS), Field.flag("reset"));

    @Override
    public Map<String, Handler> handlers() {
        return Map.of("GET /clock", request -> now(), "POST /clock", this::move);
    }

    private Reply move(ApiRequest request) {
        ObjectNode input = Control.body(request, MOVE);
        if (input.size() != 1) {
            throw Refusal.invalid(null, "Give one of set (an ISO 8601 time), advance_seconds and reset.");
        }
        try {
            if (input.has("set")) {
                clock.set(moment(Json.need(input, "set")));
            } else if (input.has("advance_seconds")) {
                clock.advance(Duration.ofSeconds(Json.whole(input, "advance_seconds")));
            } else {
                clock.reset();
            }
        } catch (IllegalArgumentException tooFar) {
            throw Refusal.invalid(null, String.valueOf(tooFar.getMessage()));
        }
        tick.run();
        return now();
    }

    private static java.time.Instant moment(String text) {
        if (!text.contains("T")) {
            throw Refusal.invalid("set", "set must be a time, such as 2026-05-01T09:30:00Z.");
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private Reply now() {
        return Reply.of(
                200,
                Json.object()
                        .put("now", clock.instant().toString())
                        .put("offset_seconds", clock.offset().toSeconds()));
    }
}
