package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event was checked for (section B.25).
 *
 * @param meterMatched a meter counts its name
 * @param customerMatched its customer is known
 * @param billableQuantity how much would count
 * @param filtersPassed the meter's filters let it through
 * @param extra members of the reply not named here, under their names on the wire
 */
public record UsageValidation(
        boolean meterMatched,
        boolean customerMatched,
        @Nullable BigDecimal billableQuantity,
        boolean filtersPassed,
        Map<String, Object> extra) {

    static UsageValidation read(Fields f) {
        return new UsageValidation(
                f.flagOr("meter_matched", false),
                f.flagOr("customer_matched", false),
                f.decimal("billable_quantity"),
                f.flagOr("filters_passed", false),
                f.extra());
    }

    static @Nullable UsageValidation readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
