package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that was counted (section B.25). The API leaves it untyped; these are the members of its request.
 *
 * @param id uuid
 * @param name the event name
 * @param customerId uuid
 * @param externalCustomerId the customer in another system
 * @param subscriptionId uuid
 * @param meterId uuid
 * @param quantity how much
 * @param timestamp when it happened
 * @param idempotencyKey counted once under it
 * @param metadata free
 * @param createdAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record UsageEvent(
        String id,
        @Nullable String name,
        @Nullable String customerId,
        @Nullable String externalCustomerId,
        @Nullable String subscriptionId,
        @Nullable String meterId,
        @Nullable BigDecimal quantity,
        @Nullable Instant timestamp,
        @Nullable String idempotencyKey,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        Map<String, Object> extra) {

    static UsageEvent read(Fields f) {
        return new UsageEvent(
                f.needText("id"),
                f.text("name"),
                f.text("customer_id"),
                f.text("external_customer_id"),
                f.text("subscription_id"),
                f.text("meter_id"),
                f.decimal("quantity"),
                f.time("timestamp"),
                f.text("idempotency_key"),
                f.map("metadata"),
                f.time("created_at"),
                f.extra());
    }
}
