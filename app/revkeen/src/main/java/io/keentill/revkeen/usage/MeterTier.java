package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a tiered meter price (section B.25). Amounts in minor units.
 *
 * @param firstUnit first unit of the step
 * @param lastUnit null for the last step
 * @param unitAmountMinor per unit
 * @param flatAmountMinor for the step
 * @param extra members of the reply not named here, under their names on the wire
 */
public record MeterTier(
        long firstUnit,
        @Nullable Long lastUnit,
        long unitAmountMinor,
        @Nullable Long flatAmountMinor,
        Map<String, Object> extra) {

    static MeterTier read(Fields f) {
        return new MeterTier(
                f.numberOr("first_unit", 0),
                f.number("last_unit"),
                f.needNumber("unit_amount_minor"),
                f.number("flat_amount_minor"),
                f.extra());
    }
}
