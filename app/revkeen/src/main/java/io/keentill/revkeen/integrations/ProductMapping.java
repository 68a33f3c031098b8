package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of our products stands for a foreign item (section B.31).
 *
 * @param externalId the foreign item
 * @param internalId our product
 * @param metadata name, type and charge type of the foreign item
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ProductMapping(
        String externalId, @Nullable String internalId, Map<String, Object> metadata, Map<String, Object> extra) {

    static ProductMapping read(Fields f) {
        return new ProductMapping(f.needText("external_id"), f.text("internal_id"), f.map("metadata"), f.extra());
    }
}
