package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a payment link sells.
 *
 * @param name what people read
 * @param description more of it
 * @param unitAmount minor units of {@code currency} for one piece
 * @param currency ISO 4217
 * @param recurring null when paid once
 * @param extra members of the reply not named here, under their names on the wire
 */
public record LinkProduct(
        @Nullable String name,
        @Nullable String description,
        @Nullable Long unitAmount,
        @Nullable String currency,
        @Nullable LinkRecurring recurring,
        Map<String, Object> extra) {

    static LinkProduct read(Fields f) {
        return new LinkProduct(
                f.text("name"),
                f.text("description"),
                f.number("unit_amount"),
                f.text("currency"),
                LinkRecurring.readOrNull(f.object("recurring")),
                f.extra());
    }

    static @Nullable LinkProduct readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
