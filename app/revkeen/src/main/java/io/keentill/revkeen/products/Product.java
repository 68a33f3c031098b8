package io.keentill.revkeen.products;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product (section B.4).
 *
 * @param id uuid
 * @param productId the merchant's own identifier (SKU)
 * @param name for people
 * @param description free
 * @param kind one-time, subscription or usage
 * @param pricingModel one_time, recurring or usage
 * @param amountMinor minor units; null when priced otherwise
 * @param currency ISO 4217
 * @param interval for subscriptions
 * @param intervalCount for subscriptions
 * @param trialDays for subscriptions
 * @param fulfillmentType none, digital or physical
 * @param trackInventory whether stock is counted
 * @param stockQuantity what is left
 * @param billingAnchorRule which day is billed
 * @param billingAnchorDay 1 to 31
 * @param firstChargeBehavior when it is charged first
 * @param endBehavior when it ends by itself
 * @param maxPayments for fixed payments
 * @param usageMeterId for usage
 * @param slug for links
 * @param imageUrl picture
 * @param isActive can be sold
 * @param isArchived put away
 * @param taxBehavior null when not set
 * @param taxCode category for automatic tax
 * @param metadata free
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Product(
        String id,
        String productId,
        String name,
        @Nullable String description,
        OpenEnum<ProductKind> kind,
        @Nullable String pricingModel,
        @Nullable Long amountMinor,
        String currency,
        @Nullable String interval,
        @Nullable Long intervalCount,
        long trialDays,
        @Nullable String fulfillmentType,
        @Nullable Boolean trackInventory,
        @Nullable Long stockQuantity,
        @Nullable OpenEnum<BillingAnchorRule> billingAnchorRule,
        @Nullable Long billingAnchorDay,
        @Nullable OpenEnum<FirstChargeBehavior> firstChargeBehavior,
        @Nullable OpenEnum<EndBehavior> endBehavior,
        @Nullable Long maxPayments,
        @Nullable String usageMeterId,
        @Nullable String slug,
        @Nullable String imageUrl,
        boolean isActive,
        boolean isArchived,
        @Nullable OpenEnum<TaxBehavior> taxBehavior,
        @Nullable String taxCode,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Product read(Fields f) {
        return new Product(
                f.needText("id"),
                f.textOr("product_id", ""),
                f.needText("name"),
                f.text("description"),
                f.wordOr("kind", ProductKind.class, ProductKind.ONE_TIME),
                f.text("pricing_model"),
                f.number("amount_minor"),
                f.textOr("currency", ""),
                f.text("interval"),
                f.number("interval_count"),
                f.numberOr("trial_days", 0),
                f.text("fulfillment_type"),
                f.flag("track_inventory"),
                f.number("stock_quantity"),
                f.word("billing_anchor_rule", BillingAnchorRule.class),
                f.number("billing_anchor_day"),
                f.word("first_charge_behavior", FirstChargeBehavior.class),
                f.word("end_behavior", EndBehavior.class),
                f.number("max_payments"),
                f.text("usage_meter_id"),
                f.text("slug"),
                f.text("image_url"),
                f.flagOr("is_active", true),
                f.flagOr("is_archived", false),
                f.word("tax_behavior", TaxBehavior.class),
                f.text("tax_code"),
                f.map("metadata"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
