package io.keentill.revkeen.usage;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the usage of a meter costs (section B.25). Amounts in minor units. The API leaves it untyped; these are the members of its samples and requests.
 *
 * @param id uuid
 * @param meterId uuid
 * @param name for people
 * @param pricingModel how usage is priced
 * @param billingScheme per_unit or tiered
 * @param tiersMode graduated or volume
 * @param currency ISO 4217
 * @param unitAmountMinor null when tiered
 * @param flatFeeMinor per period
 * @param packageSize with package
 * @param costPerUnitMinor what a unit costs the merchant
 * @param tiers empty unless tiered
 * @param active can be used
 * @param deactivatedAt null while active
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record MeterPrice(
        String id,
        String meterId,
        @Nullable String name,
        OpenEnum<MeterPricingModel> pricingModel,
        @Nullable String billingScheme,
        @Nullable String tiersMode,
        String currency,
        @Nullable Long unitAmountMinor,
        @Nullable Long flatFeeMinor,
        @Nullable Long packageSize,
        @Nullable Long costPerUnitMinor,
        List<MeterTier> tiers,
        boolean active,
        @Nullable Instant deactivatedAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static MeterPrice read(Fields f) {
        return new MeterPrice(
                f.needText("id"),
                f.needText("meter_id"),
                f.text("name"),
                f.needWord("pricing_model", MeterPricingModel.class),
                f.text("billing_scheme"),
                f.text("tiers_mode"),
                f.needText("currency"),
                f.number("unit_amount_minor"),
                f.number("flat_fee_minor"),
                f.number("package_size"),
                f.number("cost_per_unit_minor"),
                f.list("tiers", MeterTier::read),
                f.flagOr("active", true),
                f.time("deactivated_at"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
