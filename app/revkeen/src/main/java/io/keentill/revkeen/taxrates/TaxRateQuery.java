package io.keentill.revkeen.taxrates;

import io.keentill.revkeen.http.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Filters of {@code GET /tax-rates}.
 *
 * @param active only active or only archived
 * @param inclusive only inclusive or only exclusive
 * @param taxType only these
 * @param country two letters
 * @param state within the country
 */
public record TaxRateQuery(
        @Nullable Boolean active,
        @Nullable Boolean inclusive,
        @Nullable TaxType taxType,
        @Nullable String country,
        @Nullable String state) {

    /** No filter. */
    public static TaxRateQuery any() {
        return new TaxRateQuery(null, null, null, null, null);
    }

    /** The same with active: only active or only archived. */
    public TaxRateQuery withActive(Boolean value) {
        return new TaxRateQuery(value, inclusive, taxType, country, state);
    }

    /** The same with inclusive: only inclusive or only exclusive. */
    public TaxRateQuery withInclusive(Boolean value) {
        return new TaxRateQuery(active, value, taxType, country, state);
    }

    /** The same with taxType: only these. */
    public TaxRateQuery withTaxType(TaxType value) {
        return new TaxRateQuery(active, inclusive, value, country, state);
    }

    /** The same with country: two letters. */
    public TaxRateQuery withCountry(String value) {
        return new TaxRateQuery(active, inclusive, taxType, value, state);
    }

    /** The same with state: within the country. */
    public TaxRateQuery withState(String value) {
        return new TaxRateQuery(active, inclusive, taxType, country, value);
    }

    Paths.Query query() {
        return new Paths.Query()
                .put("active", active)
                .put("inclusive", inclusive)
                .put("tax_type", taxType)
                .put("country", country)
                .put("state", state);
    }
}
