package io.keentill.revkeen.customers;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer (section B.8).
 *
 * @param id uuid
 * @param merchantId whose customer
 * @param merchantRefId the merchant's own
 * @param email unique per merchant
 * @param name of the person
 * @param phone free form
 * @param companyName of the firm
 * @param addressLine1 street
 * @param addressLine2 more street
 * @param city town
 * @param state region
 * @param postalCode post code
 * @param country country
 * @param authUserId the account that they log in with
 * @param metadata free
 * @param customFields free
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Customer(
        String id,
        String merchantId,
        @Nullable String merchantRefId,
        String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String companyName,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String authUserId,
        Map<String, Object> metadata,
        Map<String, Object> customFields,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Customer read(Fields f) {
        return new Customer(
                f.needText("id"),
                f.textOr("merchant_id", ""),
                f.text("merchant_ref_id"),
                f.textOr("email", ""),
                f.text("name"),
                f.text("phone"),
                f.text("company_name"),
                f.text("address_line1"),
                f.text("address_line2"),
                f.text("city"),
                f.text("state"),
                f.text("postal_code"),
                f.text("country"),
                f.text("auth_user_id"),
                f.map("metadata"),
                f.map("custom_fields"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
