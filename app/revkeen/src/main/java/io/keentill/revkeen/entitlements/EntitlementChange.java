package io.keentill.revkeen.entitlements;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of entitlements that were granted or revoked.
 *
 * @param entitlement the one concerned; null when several were, or when the reply does not tell it
 * @param message for people
 * @param data what the reply tells instead of one entitlement
 * @param extra members of the reply not named here, under their names on the wire
 */
public record EntitlementChange(
        @Nullable Entitlement entitlement,
        @Nullable String message,
        Map<String, Object> data,
        Map<String, Object> extra) {

    static EntitlementChange read(Fields f) {
        Fields data = f.object("data");
        boolean one = data != null && data.has("id") && data.has("status");
        return new EntitlementChange(
                data != null && one ? Entitlement.read(data) : null,
                f.text("message"),
                one ? Map.of() : f.map("data"),
                f.extra());
    }
}
