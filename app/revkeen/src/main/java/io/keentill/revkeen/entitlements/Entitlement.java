package io.keentill.revkeen.entitlements;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer may use (section B.22).
 *
 * @param id uuid
 * @param customerId whose it is
 * @param benefitId what it gives
 * @param benefit the same, told
 * @param grantedAt UTC
 * @param expiresAt null when it does not expire
 * @param metadata free
 * @param status where it stands
 * @param hasAccess whether it may be used now
 * @param accessLevel how much of it
 * @param subscriptionId the subscription behind it
 * @param subscriptionStatus where that stands
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Entitlement(
        String id,
        String customerId,
        String benefitId,
        @Nullable Benefit benefit,
        @Nullable Instant grantedAt,
        @Nullable Instant expiresAt,
        Map<String, Object> metadata,
        OpenEnum<EntitlementStatus> status,
        boolean hasAccess,
        @Nullable OpenEnum<AccessLevel> accessLevel,
        @Nullable String subscriptionId,
        @Nullable String subscriptionStatus,
        Map<String, Object> extra) {

    static Entitlement read(Fields f) {
        return new Entitlement(
                f.needText("id"),
                f.textOr("customer_id", ""),
                f.textOr("benefit_id", ""),
                Benefit.readOrNull(f.object("benefit")),
                f.time("granted_at"),
                f.time("expires_at"),
                f.map("metadata"),
                f.needWord("status", EntitlementStatus.class),
                f.flagOr("has_access", false),
                f.word("access_level", AccessLevel.class),
                f.text("subscription_id"),
                f.text("subscription_status"),
                f.extra());
    }
}
