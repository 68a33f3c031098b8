package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * An endpoint that is gone (section B.27).
 *
 * @param id what it was
 * @param deleted whether it is
 * @param extra members of the reply not named here, under their names on the wire
 */
public record DeletedEndpoint(String id, boolean deleted, Map<String, Object> extra) {

    static DeletedEndpoint read(Fields f) {
        return new DeletedEndpoint(f.needText("id"), f.flagOr("deleted", false), f.extra());
    }
}
