package io.keentill.revkeen.taxrates;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tax rate (section B.7).
 *
 * @param id uuid
 * @param displayName for people
 * @param description free
 * @param jurisdiction where it applies
 * @param percentage 0 to 100; 8.25 is 8.25 %
 * @param inclusive whether prices contain it
 * @param taxType sort of tax
 * @param country two letters
 * @param state within the country
 * @param active can be used
 * @param metadata free
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record TaxRate(
        String id,
        String displayName,
        @Nullable String description,
        @Nullable String jurisdiction,
        BigDecimal percentage,
        boolean inclusive,
        OpenEnum<TaxType> taxType,
        @Nullable String country,
        @Nullable String state,
        boolean active,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static TaxRate read(Fields f) {
        return new TaxRate(
                f.needText("id"),
                f.textOr("display_name", ""),
                f.text("description"),
                f.text("jurisdiction"),
                f.needDecimal("percentage"),
                f.flagOr("inclusive", false),
                f.wordOr("tax_type", TaxType.class, TaxType.VAT),
                f.text("country"),
                f.text("state"),
                f.flagOr("active", true),
                f.map("metadata"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
