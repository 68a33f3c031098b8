package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something about synchronising that the API leaves untyped (section B.31).
 *
 * @param success whether the request was served
 * @param data a map, a list or null
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SyncReport(boolean success, @Nullable Object data, Map<String, Object> extra) {

    static SyncReport read(Fields f) {
        return new SyncReport(f.flagOr("success", false), f.plain("data"), f.extra());
    }
}
