package io.keentill.revkeen.portal;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The customer of a portal session.
 *
 * @param id uuid
 * @param email address
 * @param name of the person
 * @param phone free form
 * @param companyName of the firm
 * @param defaultCurrency ISO 4217
 * @param locale language and region
 * @param createdAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PortalCustomer(
        String id,
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String companyName,
        @Nullable String defaultCurrency,
        @Nullable String locale,
        @Nullable Instant createdAt,
        Map<String, Object> extra) {

    static PortalCustomer read(Fields f) {
        return new PortalCustomer(
                f.needText("id"),
                f.text("email"),
                f.text("name"),
                f.text("phone"),
                f.text("company_name"),
                f.text("default_currency"),
                f.text("locale"),
                f.time("created_at"),
                f.extra());
    }
}
