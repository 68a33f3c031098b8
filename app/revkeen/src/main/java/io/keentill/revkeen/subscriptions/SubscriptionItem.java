package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a subscription (section B.24). The amount in minor units of {@code currency}.
 *
 * @param id uuid
 * @param subscriptionId uuid
 * @param productId uuid
 * @param priceId uuid
 * @param description for people
 * @param quantity 1 or more
 * @param currency ISO 4217
 * @param unitAmountMinor per unit and period
 * @param fulfillmentType whether renewals make orders
 * @param metadata free
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SubscriptionItem(
        String id,
        String subscriptionId,
        @Nullable String productId,
        @Nullable String priceId,
        @Nullable String description,
        long quantity,
        String currency,
        long unitAmountMinor,
        @Nullable OpenEnum<ItemFulfillment> fulfillmentType,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static SubscriptionItem read(Fields f) {
        return new SubscriptionItem(
                f.needText("id"),
                f.needText("subscription_id"),
                f.text("product_id"),
                f.text("price_id"),
                f.text("description"),
                f.numberOr("quantity", 1),
                f.needText("currency"),
                f.needNumber("unit_amount_minor"),
                f.word("fulfillment_type", ItemFulfillment.class),
                f.map("metadata"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
