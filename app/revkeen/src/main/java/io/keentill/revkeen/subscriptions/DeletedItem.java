package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the deletion of a subscription item (section B.24).
 *
 * @param success whether it was done
 * @param deletedId uuid
 * @param extra members of the reply not named here, under their names on the wire
 */
public record DeletedItem(boolean success, @Nullable String deletedId, Map<String, Object> extra) {

    static DeletedItem read(Fields f) {
        return new DeletedItem(f.flagOr("success", false), f.text("deleted_id"), f.extra());
    }
}
