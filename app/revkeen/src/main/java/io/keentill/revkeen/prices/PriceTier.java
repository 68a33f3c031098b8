package io.keentill.revkeen.prices;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a tiered price. Amounts in minor units.
 *
 * @param upTo last unit of the step; null for the last step
 * @param unitAmountMinor per unit
 * @param flatAmountMinor for the step
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PriceTier(
        @Nullable Long upTo,
        @Nullable Long unitAmountMinor,
        @Nullable Long flatAmountMinor,
        Map<String, Object> extra) {

    static PriceTier read(Fields f) {
        return new PriceTier(
                f.number("up_to"), f.number("unit_amount_minor"), f.number("flat_amount_minor"), f.extra());
    }
}
