package io.keentill.revkeen.prices;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A price of a product (section B.5). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param productId uuid
 * @param active can be used
 * @param currency ISO 4217
 * @param unitAmount null unless fixed
 * @param type once or recurring
 * @param pricingModel how the price is found
 * @param interval for recurring
 * @param intervalCount for recurring
 * @param trialPeriodDays for recurring
 * @param minimumAmount for pay-what-you-want
 * @param maximumAmount for pay-what-you-want
 * @param suggestedAmount for pay-what-you-want
 * @param presetAmounts for pay-what-you-want
 * @param nickname for people
 * @param lookupKey for programs
 * @param billingScheme per_unit or tiered
 * @param tiersMode graduated or volume
 * @param transformQuantity how the quantity is divided first
 * @param tiers empty unless tiered
 * @param metadata free
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Price(
        String id,
        String productId,
        boolean active,
        String currency,
        @Nullable Long unitAmount,
        OpenEnum<PriceType> type,
        OpenEnum<PricingModel> pricingModel,
        @Nullable String interval,
        @Nullable Long intervalCount,
        @Nullable Long trialPeriodDays,
        @Nullable Long minimumAmount,
        @Nullable Long maximumAmount,
        @Nullable Long suggestedAmount,
        List<Long> presetAmounts,
        @Nullable String nickname,
        @Nullable String lookupKey,
        @Nullable String billingScheme,
        @Nullable String tiersMode,
        @Nullable QuantityTransform transformQuantity,
        List<PriceTier> tiers,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Price read(Fields f) {
        return new Price(
                f.needText("id"),
                f.needText("product_id"),
                f.flagOr("active", true),
                f.needText("currency"),
                f.number("unit_amount"),
                f.wordOr("type", PriceType.class, PriceType.ONE_TIME),
                f.wordOr("pricing_model", PricingModel.class, PricingModel.FIXED),
                f.text("interval"),
                f.number("interval_count"),
                f.number("trial_period_days"),
                f.number("minimum_amount"),
                f.number("maximum_amount"),
                f.number("suggested_amount"),
                f.numbers("preset_amounts"),
                f.text("nickname"),
                f.text("lookup_key"),
                f.text("billing_scheme"),
                f.text("tiers_mode"),
                QuantityTransform.readOrNull(f.object("transform_quantity")),
                f.list("tiers", PriceTier::read),
                f.map("metadata"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
