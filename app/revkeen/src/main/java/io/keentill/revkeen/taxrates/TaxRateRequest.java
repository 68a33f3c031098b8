package io.keentill.revkeen.taxrates;

import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Json;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /tax-rates}.
 *
 * @param displayName 1 to 100 characters
 * @param percentage 0 to 100; 8.25 is 8.25 %
 * @param description up to 500 characters
 * @param jurisdiction up to 50 characters
 * @param inclusive false unless said
 * @param taxType vat unless said
 * @param country two letters
 * @param state up to 10 characters
 * @param metadata free
 */
public record TaxRateRequest(
        String displayName,
        BigDecimal percentage,
        @Nullable String description,
        @Nullable String jurisdiction,
        @Nullable Boolean inclusive,
        @Nullable TaxType taxType,
        @Nullable String country,
        @Nullable String state,
        Map<String, Object> metadata) {

    /** Takes copies of the collections. */
    public TaxRateRequest {
        metadata = Json.freeze(metadata);
    }

    /** With what is required; everything else as the API defaults it. */
    public static TaxRateRequest of(String displayName, BigDecimal percentage) {
        return new TaxRateRequest(displayName, percentage, null, null, null, null, null, null, Map.of());
    }

    /** The same with description: up to 500 characters. */
    public TaxRateRequest withDescription(String value) {
        return new TaxRateRequest(
                displayName, percentage, value, jurisdiction, inclusive, taxType, country, state, metadata);
    }

    /** The same with jurisdiction: up to 50 characters. */
    public TaxRateRequest withJurisdiction(String value) {
        return new TaxRateRequest(
                displayName, percentage, description, value, inclusive, taxType, country, state, metadata);
    }

    /** The same with inclusive: false unless said. */
    public TaxRateRequest withInclusive(Boolean value) {
        return new TaxRateRequest(
                displayName, percentage, description, jurisdiction, value, taxType, country, state, metadata);
    }

    /** The same with taxType: vat unless said. */
    public TaxRateRequest withTaxType(TaxType value) {
        return new TaxRateRequest(
                displayName, percentage, description, jurisdiction, inclusive, value, country, state, metadata);
    }

    /** The same with country: two letters. */
    public TaxRateRequest withCountry(String value) {
        return new TaxRateRequest(
                displayName, percentage, description, jurisdiction, inclusive, taxType, value, state, metadata);
    }

    /** The same with state: up to 10 characters. */
    public TaxRateRequest withState(String value) {
        return new TaxRateRequest(
                displayName, percentage, description, jurisdiction, inclusive, taxType, country, value, metadata);
    }

    /** The same with metadata: free. */
    public TaxRateRequest withMetadata(Map<String, Object> value) {
        return new TaxRateRequest(
                displayName, percentage, description, jurisdiction, inclusive, taxType, country, state, value);
    }

    Body body() {
        return new Body()
                .put("display_name", displayName)
                .put("percentage", percentage)
                .put("description", description)
                .put("jurisdiction", jurisdiction)
                .put("inclusive", inclusive)
                .put("tax_type", taxType)
                .put("country", country)
                .put("state", state)
                .putMap("metadata", metadata);
    }
}
