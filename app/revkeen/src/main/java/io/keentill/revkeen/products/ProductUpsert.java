package io.keentill.revkeen.products;

import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /products/external/{source}/{id}}, written in camelCase.
 *
 * @param name for people
 * @param amountCents minor units, 0 or more
 * @param description free
 * @param kind subscription or one_time
 * @param currency ISO 4217
 * @param isActive can be sold
 * @param interval day, week, month or year
 * @param intervalCount 1 or more
 * @param externalUpdatedAt an older one than stored is refused with 409
 * @param externalRef free
 * @param metadata free
 */
public record ProductUpsert(
        String name,
        long amountCents,
        @Nullable String description,
        @Nullable ProductKind kind,
        @Nullable String currency,
        @Nullable Boolean isActive,
        @Nullable String interval,
        @Nullable Long intervalCount,
        @Nullable Instant externalUpdatedAt,
        @Nullable String externalRef,
        Map<String, Object> metadata) {

    /** Takes copies of the collections. */
    public ProductUpsert {
        metadata = Json.freeze(metadata);
    }

    /** With what is required; everything else as the API defaults it. */
    public static ProductUpsert of(String name, long amountCents) {
        return new ProductUpsert(name, amountCents, null, null, null, null, null, null, null, null, Map.of());
    }

    /** The same with description: free. */
    public ProductUpsert withDescription(String value) {
        return new ProductUpsert(
                name,
                amountCents,
                value,
                kind,
                currency,
                isActive,
                interval,
                intervalCount,
                externalUpdatedAt,
                externalRef,
                metadata);
    }

    /** The same with kind: subscription or one_time. */
    public ProductUpsert withKind(ProductKind value) {
        return new ProductUpsert(
                name,
                amountCents,
                description,
                value,
                currency,
                isActive,
                interval,
                intervalCount,
                externalUpdatedAt,
                externalRef,
                metadata);
    }

    /** The same with currency: ISO 4217. */
    public ProductUpsert withCurrency(String value) {
        return new ProductUpsert(
                name,
                amountCents,
                description,
                kind,
                value,
                isActive,
                interval,
                intervalCount,
                externalUpdatedAt,
                externalRef,
                metadata);
    }

    /** The same with isActive: can be sold. */
    public ProductUpsert withIsActive(Boolean value) {
        return new ProductUpsert(
                name,
                amountCents,
                description,
                kind,
                currency,
                value,
                interval,
                intervalCount,
                externalUpdatedAt,
                externalRef,
                metadata);
    }

    /** The same with interval: day, week, month or year. */
    public ProductUpsert withInterval(String value) {
        return new ProductUpsert(
                name,
                amountCents,
                description,
                kind,
                currency,
                isActive,
                value,
                intervalCount,
                externalUpdatedAt,
                externalRef,
                metadata);
    }

    /** The same with intervalCount: 1 or more. */
    public ProductUpsert withIntervalCount(Long value) {
        return new ProductUpsert(
                name,
                amountCents,
                description,
                kind,
                currency,
                isActive,
                interval,
                value,
                externalUpdatedAt,
                externalRef,
                metadata);
    }

    /** The same with externalUpdatedAt: an older one than stored is refused with 409. */
    public ProductUpsert withExternalUpdatedAt(Instant value) {
        return new ProductUpsert(
                name,
                amountCents,
                description,
                kind,
                currency,
                isActive,
                interval,
                intervalCount,
                value,
                externalRef,
                metadata);
    }

    /** The same with externalRef: free. */
    public ProductUpsert withExternalRef(String value) {
        return new ProductUpsert(
                name,
                amountCents,
                description,
                kind,
                currency,
                isActive,
                interval,
                intervalCount,
                externalUpdatedAt,
                value,
                metadata);
    }

    /** The same with metadata: free. */
    public ProductUpsert withMetadata(Map<String, Object> value) {
        return new ProductUpsert(
                name,
                amountCents,
                description,
                kind,
                currency,
                isActive,
                interval,
                intervalCount,
                externalUpdatedAt,
                externalRef,
                value);
    }

    Body body() {
        return new Body()
                .put("name", name)
                .put("amountCents", amountCents)
                .put("description", description)
                .put("kind", kind)
                .put("currency", currency)
                .put("isActive", isActive)
                .put("interval", interval)
                .put("intervalCount", intervalCount)
                .put("externalUpdatedAt", externalUpdatedAt)
                .put("externalRef", externalRef)
                .putMap("metadata", metadata);
    }
}
