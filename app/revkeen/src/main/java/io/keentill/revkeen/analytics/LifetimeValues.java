package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What customers are worth (section B.28); amounts in minor units.
 *
 * @param customers the most valuable first
 * @param avgLtv of all customers
 * @param medianLtv of all customers
 * @param extra members of the reply not named here, under their names on the wire
 */
public record LifetimeValues(
        List<CustomerValue> customers,
        @Nullable BigDecimal avgLtv,
        @Nullable BigDecimal medianLtv,
        Map<String, Object> extra) {

    static LifetimeValues read(Fields f) {
        return new LifetimeValues(
                f.list("customers", CustomerValue::read), f.decimal("avg_ltv"), f.decimal("median_ltv"), f.extra());
    }
}
