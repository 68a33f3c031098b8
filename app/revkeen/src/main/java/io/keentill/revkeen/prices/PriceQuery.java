package io.keentill.revkeen.prices;

import io.keentill.revkeen.http.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Filters of {@code GET /prices}.
 *
 * @param productId uuid
 * @param type only these
 * @param pricingModel only these
 * @param active only active or only archived
 * @param currency ISO 4217
 * @param lookupKey exactly this
 */
public record PriceQuery(
        @Nullable String productId,
        @Nullable PriceType type,
        @Nullable PricingModel pricingModel,
        @Nullable Boolean active,
        @Nullable String currency,
        @Nullable String lookupKey) {

    /** No filter. */
    public static PriceQuery any() {
        return new PriceQuery(null, null, null, null, null, null);
    }

    /** The same with productId: uuid. */
    public PriceQuery withProductId(String value) {
        return new PriceQuery(value, type, pricingModel, active, currency, lookupKey);
    }

    /** The same with type: only these. */
    public PriceQuery withType(PriceType value) {
        return new PriceQuery(productId, value, pricingModel, active, currency, lookupKey);
    }

    /** The same with pricingModel: only these. */
    public PriceQuery withPricingModel(PricingModel value) {
        return new PriceQuery(productId, type, value, active, currency, lookupKey);
    }

    /** The same with active: only active or only archived. */
    public PriceQuery withActive(Boolean value) {
        return new PriceQuery(productId, type, pricingModel, value, currency, lookupKey);
    }

    /** The same with currency: ISO 4217. */
    public PriceQuery withCurrency(String value) {
        return new PriceQuery(productId, type, pricingModel, active, value, lookupKey);
    }

    /** The same with lookupKey: exactly this. */
    public PriceQuery withLookupKey(String value) {
        return new PriceQuery(productId, type, pricingModel, active, currency, value);
    }

    Paths.Query query() {
        return new Paths.Query()
                .put("product_id", productId)
                .put("type", type)
                .put("pricing_model", pricingModel)
                .put("active", active)
                .put("currency", currency)
                .put("lookup_key", lookupKey);
    }
}
