package io.keentill.revkeen.entitlements;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer may use a benefit.
 *
 * @param benefitKey what was asked for
 * @param hasAccess the answer
 * @param accessLevel how much of it
 * @param status where the entitlement stands; null without one
 * @param benefit what it gives; null when unknown
 * @param reason why not
 * @param extra members of the reply not named here, under their names on the wire
 */
public record AccessCheck(
        String benefitKey,
        boolean hasAccess,
        @Nullable OpenEnum<AccessLevel> accessLevel,
        @Nullable OpenEnum<EntitlementStatus> status,
        @Nullable Benefit benefit,
        @Nullable String reason,
        Map<String, Object> extra) {

    static AccessCheck read(Fields f) {
        return new AccessCheck(
                f.textOr("benefit_key", ""),
                f.flagOr("has_access", false),
                f.word("access_level", AccessLevel.class),
                f.word("status", EntitlementStatus.class),
                Benefit.readOrNull(f.object("benefit")),
                f.text("reason"),
                f.extra());
    }
}
