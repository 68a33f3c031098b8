package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often a price is charged.
 *
 * @param interval the unit
 * @param intervalCount how many of them
 * @param extra members of the reply not named here, under their names on the wire
 */
public record LinkRecurring(@Nullable OpenEnum<LinkInterval> interval, long intervalCount, Map<String, Object> extra) {

    static LinkRecurring read(Fields f) {
        return new LinkRecurring(f.word("interval", LinkInterval.class), f.numberOr("interval_count", 1), f.extra());
    }

    static @Nullable LinkRecurring readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
