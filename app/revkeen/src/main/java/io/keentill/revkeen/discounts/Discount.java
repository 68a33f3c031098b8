package io.keentill.revkeen.discounts;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A discount code (section B.6). There is no look-up by code: list and match locally.
 *
 * @param id uuid
 * @param code upper case
 * @param name for people
 * @param description free
 * @param discountType percent or amount
 * @param discountValue percent 1 to 100, or minor units for fixed_amount
 * @param appliesTo null is all
 * @param productIds for specific products
 * @param maxRedemptions null is without limit
 * @param currentRedemptions how often used
 * @param validFrom null is always
 * @param validUntil null is for ever
 * @param recurringType once, forever or repeating
 * @param recurringCycles for repeating
 * @param firstTimeCustomer only for new customers
 * @param isActive can be used
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Discount(
        String id,
        String code,
        @Nullable String name,
        @Nullable String description,
        OpenEnum<DiscountType> discountType,
        BigDecimal discountValue,
        @Nullable OpenEnum<AppliesTo> appliesTo,
        List<String> productIds,
        @Nullable Long maxRedemptions,
        @Nullable Long currentRedemptions,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String recurringType,
        @Nullable Long recurringCycles,
        @Nullable Boolean firstTimeCustomer,
        @Nullable Boolean isActive,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Discount read(Fields f) {
        return new Discount(
                f.needText("id"),
                f.needText("code"),
                f.text("name"),
                f.text("description"),
                f.needWord("discount_type", DiscountType.class),
                f.needDecimal("discount_value"),
                f.word("applies_to", AppliesTo.class),
                f.texts("product_ids"),
                f.number("max_redemptions"),
                f.number("current_redemptions"),
                f.time("valid_from"),
                f.time("valid_until"),
                f.text("recurring_type"),
                f.number("recurring_cycles"),
                f.flag("first_time_customer"),
                f.flag("is_active"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
