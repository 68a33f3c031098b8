package io.keentill.sandbox.hooks;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.FanOut;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What an attempt does to its delivery, its endpoint and its event (API reference B.27, retries). */
final class Attempts {
    /** The waits after the first five failed attempts; the sixth failure is the last. */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private Attempts() {}

    /**
     * How an attempt ended.
     *
     * @param status the HTTP status, null when there was no answer
     * @param error what went wrong in words, null when it was delivered
     * @param code the machine-readable word for it, null when it was delivered
     * @param millis how long it took
     */
    record Result(
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String code,
            long millis) {
        boolean delivered() {
            return error == null;
        }
    }

    /** Books {@code result}; a delivery that was cancelled meanwhile stays cancelled. */
    static void book(Work work, String deliveryId, Result result) {
        ObjectNode delivery = work.find(FanOut.DELIVERY, deliveryId);
        if (delivery == null || !Json.need(delivery, "status").equals("pending")) {
            return;
        }
        long attempts = Json.whole(delivery, "attempts") + 1;
        delivery.put("attempts", attempts).put("last_attempt_at", work.nowText());
        delivery.put("last_status_code", result.status()).put("last_duration_ms", result.millis());
        delivery.put("last_error", result.error()).put("last_error_code", result.code());
        if (result.delivered()) {
            end(work, delivery, "succeeded");
            delivery.put("delivered_at", work.nowText());
        } else if (attempts >= Json.whole(delivery, "max_attempts")) {
            end(work, delivery, "dead_lettered");
            delivery.put("dead_lettered_at", work.nowText());
            delivery.put("dead_letter_reason", "All " + attempts + " attempts failed; the last one: " + result.error());
        } else {
            due(delivery, work.now().plus(WAITS.get((int) Math.min(attempts, WAITS.size()) - 1)));
        }
        work.save(FanOut.DELIVERY, delivery);
        count(work, Json.need(delivery, "endpoint_id"), result.delivered(), Json.need(delivery, "status"));
    }

    /** Gives a pending delivery up without another attempt. */
    static void cancel(Work work, ObjectNode delivery, String code, String why) {
        end(work, delivery, "failed");
        delivery.put("last_error", why).put("last_error_code", code);
        work.save(FanOut.DELIVERY, delivery);
    }

    /** Makes a delivery due at {@code when}. */
    static void due(ObjectNode delivery, Instant when) {
        delivery.put("next_retry_at", when.truncatedTo(ChronoUnit.MILLIS).toString());
        delivery.put(FanOut.DUE, when.toEpochMilli());
    }

    private static void end(Work work, ObjectNode delivery, String status) {
        delivery.put("status", status).putNull("next_retry_at").remove(FanOut.DUE);
        ObjectNode event = work.find(EventLog.KIND, Json.need(delivery, "event_id"));
        if (event != null) {
            event.put("pending_webhooks", Math.max(0, Json.whole(event, "pending_webhooks") - 1));
            work.save(EventLog.KIND, event);
        }
    }

    private static void count(Work work, String endpointId, boolean delivered, String status) {
        ObjectNode endpoint = work.find(FanOut.ENDPOINT, endpointId);
        if (endpoint == null) {
            return;
        }
        endpoint.put("last_delivery_at", work.nowText());
        if (delivered) {
            endpoint.put("successful_deliveries", Json.whole(endpoint, "successful_deliveries") + 1);
            Breaker.close(endpoint);
        } else {
            Breaker.failed(endpoint, work.now());
            if (status.equals("dead_lettered")) {
                endpoint.put("failed_deliveries", Json.whole(endpoint, "failed_deliveries") + 1);
            }
        }
        work.save(FanOut.ENDPOINT, endpoint);
    }
}
