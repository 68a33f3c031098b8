package io.keentill.revkeen.products;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as its upsert by foreign id returns it (section B.4).
 *
 * @param id uuid
 * @param merchantId whose product
 * @param name for people
 * @param description free
 * @param kind one-time or subscription
 * @param amountCents minor units of the currency
 * @param currency ISO 4217
 * @param isActive can be sold
 * @param externalId the foreign id
 * @param externalSystem the foreign source
 * @param externalRef free
 * @param interval for subscriptions
 * @param intervalCount for subscriptions
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ExternalProduct(
        String id,
        @Nullable String merchantId,
        String name,
        @Nullable String description,
        OpenEnum<ProductKind> kind,
        long amountCents,
        String currency,
        boolean isActive,
        @Nullable String externalId,
        @Nullable String externalSystem,
        @Nullable String externalRef,
        @Nullable String interval,
        @Nullable Long intervalCount,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static ExternalProduct read(Fields f) {
        return new ExternalProduct(
                f.needText("id"),
                f.text("merchant_id"),
                f.textOr("name", ""),
                f.text("description"),
                f.wordOr("kind", ProductKind.class, ProductKind.ONE_TIME),
                f.needNumber("amount_cents"),
                f.textOr("currency", ""),
                f.flagOr("is_active", true),
                f.text("external_id"),
                f.text("external_system"),
                f.text("external_ref"),
                f.text("interval"),
                f.number("interval_count"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
