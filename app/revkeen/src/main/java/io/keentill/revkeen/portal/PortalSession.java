package io.keentill.revkeen.portal;

import io.keentill.revkeen.Secret;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's session in the hosted portal (sections B.8, B.23).
 *
 * @param id uuid
 * @param customerId whose it is
 * @param merchantId whose portal it is
 * @param url where the customer goes
 * @param expiresAt UTC
 * @param createdAt UTC
 * @param token signs the customer's own calls; shown once, and not by every server (ruling H 31)
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PortalSession(
        String id,
        String customerId,
        @Nullable String merchantId,
        @Nullable String url,
        @Nullable Instant expiresAt,
        @Nullable Instant createdAt,
        @Nullable Secret token,
        Map<String, Object> extra) {

    /** Reads one from a reply. */
    public static PortalSession read(Fields f) {
        return new PortalSession(
                f.needText("id"),
                f.textOr("customer_id", ""),
                f.text("merchant_id"),
                f.text("url"),
                f.time("expires_at"),
                f.time("created_at"),
                Secret.of(f.text("token")),
                f.extra());
    }
}
