package io.keentill.revkeen.prices;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a quantity becomes the one that is priced.
 *
 * @param divideBy 1 or more
 * @param round which way
 * @param extra members of the reply not named here, under their names on the wire
 */
public record QuantityTransform(long divideBy, OpenEnum<Rounding> round, Map<String, Object> extra) {

    static QuantityTransform read(Fields f) {
        return new QuantityTransform(f.needNumber("divide_by"), f.needWord("round", Rounding.class), f.extra());
    }

    static @Nullable QuantityTransform readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
