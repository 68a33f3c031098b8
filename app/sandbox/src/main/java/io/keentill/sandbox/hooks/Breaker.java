package io.keentill.sandbox.hooks;

import io.keentill.sandbox.data.Json;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * The circuit breaker of a webhook endpoint. RevKeen names its states and no numbers (API reference B.27); here it opens
 * after ten failures in a row, stays open for five minutes, and then lets one delivery try.
 */
final class Breaker {
    /** Failures in a row that open it. */
    static final int FAILURES = 10;
    /** How long it stays open. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final String IN_A_ROW = "_failures_in_a_row";
    private static final String UNTIL = "_open_until";
    private static final String STATE = "circuit_breaker_state";

    private Breaker() {}

    /** How many of up to {@code most} deliveries may go out at {@code now}. */
    static int admits(ObjectNode endpoint, Instant now, int most) {
        return switch (Json.need(endpoint, STATE)) {
            case "closed" -> most;
            case "open" -> now.toEpochMilli() >= Json.whole(endpoint, UNTIL) ? 1 : 0;
            default -> 1;
        };
    }

    /** The pause is over: the next delivery is a trial. */
    static boolean rests(ObjectNode endpoint, Instant now) {
        return Json.need(endpoint, STATE).equals("open") && now.toEpochMilli() >= Json.whole(endpoint, UNTIL);
    }

    static void halfOpen(ObjectNode endpoint) {
        endpoint.put(STATE, "half_open");
    }

    static void close(ObjectNode endpoint) {
        endpoint.put(STATE, "closed").put(IN_A_ROW, 0);
    }

    /** Another attempt failed; a trial that fails opens it again. */
    static void failed(ObjectNode endpoint, Instant now) {
        long failures = Json.whole(endpoint, IN_A_ROW) + 1;
        endpoint.put(IN_A_ROW, failures);
        if (failures >= FAILURES || !Json.need(endpoint, STATE).equals("closed")) {
            endpoint.put(STATE, "open").put(UNTIL, now.plus(PAUSE).toEpochMilli());
        }
    }
}
