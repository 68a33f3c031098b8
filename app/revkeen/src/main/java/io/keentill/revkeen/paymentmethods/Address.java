package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param line1 street
 * @param line2 more street
 * @param city town
 * @param state region
 * @param postalCode post code
 * @param country two letters
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Address(
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        Map<String, Object> extra) {

    static Address read(Fields f) {
        return new Address(
                f.text("line1"),
                f.text("line2"),
                f.text("city"),
                f.text("state"),
                f.text("postal_code"),
                f.text("country"),
                f.extra());
    }

    static @Nullable Address readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
