package io.keentill.revkeen.billing;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An interval to offer (section B.24).
 *
 * @param value for programs
 * @param label for people
 * @param description for people
 * @param extra members of the reply not named here, under their names on the wire
 */
public record IntervalOption(
        OpenEnum<BillingInterval> value,
        String label,
        @Nullable String description,
        Map<String, Object> extra) {

    static IntervalOption read(Fields f) {
        return new IntervalOption(
                f.needWord("value", BillingInterval.class), f.textOr("label", ""), f.text("description"), f.extra());
    }
}
