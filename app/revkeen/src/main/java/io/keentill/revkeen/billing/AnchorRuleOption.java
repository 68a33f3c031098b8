package io.keentill.revkeen.billing;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to choose billing days (section B.24).
 *
 * @param value for programs
 * @param label for people
 * @param description for people
 * @param requiresAnchorDay whether a day must be named
 * @param extra members of the reply not named here, under their names on the wire
 */
public record AnchorRuleOption(
        String value,
        String label,
        @Nullable String description,
        boolean requiresAnchorDay,
        Map<String, Object> extra) {

    static AnchorRuleOption read(Fields f) {
        return new AnchorRuleOption(
                f.needText("value"),
                f.textOr("label", ""),
                f.text("description"),
                f.flagOr("requires_anchor_day", false),
                f.extra());
    }
}
