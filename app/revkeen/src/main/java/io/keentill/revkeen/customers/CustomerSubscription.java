package io.keentill.revkeen.customers;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.subscriptions.SubscriptionStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in a customer's list (section B.8).
 *
 * @param id uuid
 * @param customerId whose subscription
 * @param priceId null when it has none
 * @param status see C.5
 * @param currentPeriodStart UTC
 * @param currentPeriodEnd UTC
 * @param cancelAtPeriodEnd whether it ends with its period
 * @param canceledAt null unless canceled
 * @param trialEnd null without a trial
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CustomerSubscription(
        String id,
        String customerId,
        @Nullable String priceId,
        OpenEnum<SubscriptionStatus> status,
        @Nullable Instant currentPeriodStart,
        @Nullable Instant currentPeriodEnd,
        boolean cancelAtPeriodEnd,
        @Nullable Instant canceledAt,
        @Nullable Instant trialEnd,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static CustomerSubscription read(Fields f) {
        return new CustomerSubscription(
                f.needText("id"),
                f.textOr("customer_id", ""),
                f.text("price_id"),
                f.needWord("status", SubscriptionStatus.class),
                f.time("current_period_start"),
                f.time("current_period_end"),
                f.flagOr("cancel_at_period_end", false),
                f.time("canceled_at"),
                f.time("trial_end"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
