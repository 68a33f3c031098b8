package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * What storing mappings did (section B.31).
 *
 * @param success whether they are stored
 * @param count how many
 * @param extra members of the reply not named here, under their names on the wire
 */
public record MappingCount(boolean success, long count, Map<String, Object> extra) {

    static MappingCount read(Fields f) {
        return new MappingCount(f.flagOr("success", false), f.numberOr("count", 0), f.extra());
    }
}
