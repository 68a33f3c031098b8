package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint (section B.27).
 *
 * @param id its id
 * @param endpointId where to
 * @param eventId what
 * @param eventType of the event
 * @param status how it stands
 * @param attempts so far
 * @param maxAttempts at most
 * @param lastStatusCode what the endpoint answered
 * @param lastError what went wrong
 * @param lastErrorCode a word for it
 * @param lastDurationMs milliseconds
 * @param lastAttemptAt null when never
 * @param nextRetryAt null when none is planned
 * @param deliveredAt null until then
 * @param deadLetteredAt when it was given up
 * @param deadLetterReason why
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record WebhookDelivery(
        String id,
        String endpointId,
        String eventId,
        @Nullable String eventType,
        OpenEnum<DeliveryStatus> status,
        long attempts,
        @Nullable Long maxAttempts,
        @Nullable Long lastStatusCode,
        @Nullable String lastError,
        @Nullable String lastErrorCode,
        @Nullable Long lastDurationMs,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextRetryAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant deadLetteredAt,
        @Nullable String deadLetterReason,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static WebhookDelivery read(Fields f) {
        return new WebhookDelivery(
                f.needText("id"),
                f.needText("endpoint_id"),
                f.needText("event_id"),
                f.text("event_type"),
                f.needWord("status", DeliveryStatus.class),
                f.numberOr("attempts", 0),
                f.number("max_attempts"),
                f.number("last_status_code"),
                f.text("last_error"),
                f.text("last_error_code"),
                f.number("last_duration_ms"),
                f.time("last_attempt_at"),
                f.time("next_retry_at"),
                f.time("delivered_at"),
                f.time("dead_lettered_at"),
                f.text("dead_letter_reason"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
