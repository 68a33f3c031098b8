package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription (section B.24). Amounts in minor units of {@code currency}; both field spellings are read (section A.10).
 *
 * @param id uuid
 * @param merchantId uuid
 * @param customerId uuid
 * @param productId uuid
 * @param priceId uuid
 * @param planId uuid
 * @param status see C.5
 * @param quantity 1 or more
 * @param amountMinor per period
 * @param currency ISO 4217
 * @param billingInterval how often it bills
 * @param currentPeriodStart UTC
 * @param currentPeriodEnd UTC
 * @param trialEnd null without a trial
 * @param canceledAt null unless canceled
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param dunning null unless a charge failed
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Subscription(
        String id,
        @Nullable String merchantId,
        String customerId,
        @Nullable String productId,
        @Nullable String priceId,
        @Nullable String planId,
        OpenEnum<SubscriptionStatus> status,
        long quantity,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable OpenEnum<BillingPeriod> billingInterval,
        @Nullable Instant currentPeriodStart,
        @Nullable Instant currentPeriodEnd,
        @Nullable Instant trialEnd,
        @Nullable Instant canceledAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Dunning dunning,
        Map<String, Object> extra) {

    static Subscription read(Fields f) {
        return new Subscription(
                f.needText("id"),
                f.text("merchant_id"),
                f.needText("customer_id"),
                f.text("product_id"),
                f.text("price_id"),
                f.text("plan_id"),
                f.needWord("status", SubscriptionStatus.class),
                f.numberOr("quantity", 1),
                f.number("amount_minor"),
                f.text("currency"),
                f.word("billing_interval", BillingPeriod.class),
                f.time("current_period_start"),
                f.time("current_period_end"),
                f.time("trial_end"),
                f.time("canceled_at"),
                f.time("created_at"),
                f.time("updated_at"),
                Dunning.readOrNull(f.object("dunning")),
                f.extra());
    }
}
