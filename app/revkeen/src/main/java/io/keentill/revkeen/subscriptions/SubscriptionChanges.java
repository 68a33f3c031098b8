package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.Map;

/** Body of {@code PATCH /subscriptions/{id}}, in camelCase: only what is set changes. */
public final class SubscriptionChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<SubscriptionStatus> STATUS = WIRE.member("status");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amountMinor");
    private static final Member<Long> QUANTITY = WIRE.member("quantity");
    private static final Member<Instant> NEXT_BILLING_DATE = WIRE.member("nextBillingDate");
    private static final Member<Long> BILLING_ANCHOR_DAY = WIRE.member("billingAnchorDay");
    private static final Member<Boolean> PAUSE_AT_PERIOD_END = WIRE.member("pauseAtPeriodEnd");
    private static final Member<Boolean> CANCEL_AT_PERIOD_END = WIRE.member("cancelAtPeriodEnd");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private SubscriptionChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static SubscriptionChanges none() {
        return new SubscriptionChanges(Members.NONE);
    }

    /** The same with status: trialing, active, past_due, paused, canceled or expired. */
    public SubscriptionChanges withStatus(SubscriptionStatus value) {
        return new SubscriptionChanges(members.with(STATUS, value));
    }

    /** The same with amountMinor: minor units per period. */
    public SubscriptionChanges withAmountMinor(Long value) {
        return new SubscriptionChanges(members.with(AMOUNT_MINOR, value));
    }

    /** The same with quantity: 1 or more. */
    public SubscriptionChanges withQuantity(Long value) {
        return new SubscriptionChanges(members.with(QUANTITY, value));
    }

    /** The same with nextBillingDate: when the period ends. */
    public SubscriptionChanges withNextBillingDate(Instant value) {
        return new SubscriptionChanges(members.with(NEXT_BILLING_DATE, value));
    }

    /** The same with billingAnchorDay: day of the month, 1 to 31. */
    public SubscriptionChanges withBillingAnchorDay(Long value) {
        return new SubscriptionChanges(members.with(BILLING_ANCHOR_DAY, value));
    }

    /** The same with pauseAtPeriodEnd: pauses when the period ends. */
    public SubscriptionChanges withPauseAtPeriodEnd(Boolean value) {
        return new SubscriptionChanges(members.with(PAUSE_AT_PERIOD_END, value));
    }

    /** The same with cancelAtPeriodEnd: ends when the period ends. */
    public SubscriptionChanges withCancelAtPeriodEnd(Boolean value) {
        return new SubscriptionChanges(members.with(CANCEL_AT_PERIOD_END, value));
    }

    /** The same with metadata: free. */
    public SubscriptionChanges withMetadata(Map<String, Object> value) {
        return new SubscriptionChanges(members.with(METADATA, value));
    }
}
