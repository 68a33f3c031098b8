package io.keentill.revkeen.customers;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session of the hosted customer portal (section B.8).
 *
 * @param id uuid
 * @param customerId whose portal
 * @param merchantId at whom
 * @param url where to send the customer
 * @param expiresAt UTC
 * @param createdAt UTC
 * @param token {@code rkcps_…}, when it is told: it opens the portal for its customer
 * @param extra members of the reply not named here, under their names on the wire
 */
public record HostedPortal(
        String id,
        String customerId,
        String merchantId,
        String url,
        @Nullable Instant expiresAt,
        @Nullable Instant createdAt,
        @Nullable String token,
        Map<String, Object> extra) {

    static HostedPortal read(Fields f) {
        return new HostedPortal(
                f.needText("id"),
                f.textOr("customer_id", ""),
                f.textOr("merchant_id", ""),
                f.textOr("url", ""),
                f.time("expires_at"),
                f.time("created_at"),
                f.text("token"),
                f.extra());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "HostedPortal[id=" + id + ", url and token kept secret]";
    }
}
