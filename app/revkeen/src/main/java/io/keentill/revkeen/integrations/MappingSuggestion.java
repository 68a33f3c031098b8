package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product that may stand for a foreign item (section B.31).
 *
 * @param externalId the foreign item
 * @param internalId our product, null when none fits
 * @param confidence how sure, 0 to 1
 * @param reasoning why
 * @param extra members of the reply not named here, under their names on the wire
 */
public record MappingSuggestion(
        String externalId,
        @Nullable String internalId,
        @Nullable BigDecimal confidence,
        @Nullable String reasoning,
        Map<String, Object> extra) {

    static MappingSuggestion read(Fields f) {
        return new MappingSuggestion(
                f.needText("external_id"),
                f.text("internal_id"),
                f.decimal("confidence"),
                f.text("reasoning"),
                f.extra());
    }
}
