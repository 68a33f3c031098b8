package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored card. More than its last four digits is never told.
 *
 * @param brand its scheme
 * @param last4 last four digits
 * @param expMonth 1 to 12
 * @param expYear four digits
 * @param funding what it draws on
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Card(
        OpenEnum<CardBrand> brand,
        String last4,
        long expMonth,
        long expYear,
        @Nullable OpenEnum<CardFunding> funding,
        Map<String, Object> extra) {

    static Card read(Fields f) {
        return new Card(
                f.needWord("brand", CardBrand.class),
                f.textOr("last4", ""),
                f.numberOr("exp_month", 0),
                f.numberOr("exp_year", 0),
                f.word("funding", CardFunding.class),
                f.extra());
    }

    static @Nullable Card readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
