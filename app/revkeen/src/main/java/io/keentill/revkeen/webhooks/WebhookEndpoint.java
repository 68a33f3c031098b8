package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where events are delivered to (section B.27).
 *
 * @param id its id
 * @param url where
 * @param description free
 * @param enabledEvents exact types, {@code invoice.*} or {@code *}
 * @param status whether it gets deliveries
 * @param secret the whole HMAC key, only when made or rotated; keep it, RevKeen does not tell it again
 * @param circuitBreakerState whether deliveries are held back
 * @param totalDeliveries so far
 * @param successfulDeliveries of them
 * @param failedDeliveries of them
 * @param lastDeliveryAt null when never
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record WebhookEndpoint(
        String id,
        String url,
        @Nullable String description,
        List<String> enabledEvents,
        OpenEnum<EndpointStatus> status,
        @Nullable String secret,
        @Nullable OpenEnum<CircuitBreaker> circuitBreakerState,
        long totalDeliveries,
        long successfulDeliveries,
        long failedDeliveries,
        @Nullable Instant lastDeliveryAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static WebhookEndpoint read(Fields f) {
        return new WebhookEndpoint(
                f.needText("id"),
                f.needText("url"),
                f.text("description"),
                f.texts("enabled_events"),
                f.needWord("status", EndpointStatus.class),
                f.text("secret"),
                f.word("circuit_breaker_state", CircuitBreaker.class),
                f.numberOr("total_deliveries", 0),
                f.numberOr("successful_deliveries", 0),
                f.numberOr("failed_deliveries", 0),
                f.time("last_delivery_at"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }

    /** Without the secret, which must not reach a log. */
    @Override
    public String toString() {
        return "WebhookEndpoint[id=" + id + ", url=" + url + ", enabledEvents=" + enabledEvents + ", status=" + status
                + "]";
    }
}
