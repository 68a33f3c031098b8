package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to pay that the other system knows (section B.31).
 *
 * @param id its id there
 * @param name its name there
 * @param active whether in use
 * @param sortOrder its place there
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ForeignPaymentMethod(
        String id,
        @Nullable String name,
        boolean active,
        @Nullable Long sortOrder,
        Map<String, Object> extra) {

    static ForeignPaymentMethod read(Fields f) {
        return new ForeignPaymentMethod(
                f.needText("id"), f.text("name"), f.flagOr("active", false), f.number("sort_order"), f.extra());
    }
}
