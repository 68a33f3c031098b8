package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.Map;

/** Body of {@code POST /subscriptions}, in camelCase. */
public final class SubscriptionRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customerId");
    private static final Member<String> BUSINESS_ID = WIRE.member("businessId");
    private static final Member<String> PRODUCT_ID = WIRE.member("productId");
    private static final Member<String> PLAN_ID = WIRE.member("planId");
    private static final Member<String> PRICE_ID = WIRE.member("priceId");
    private static final Member<String> PAYMENT_METHOD_ID = WIRE.member("paymentMethodId");
    private static final Member<Instant> START_DATE = WIRE.member("startDate");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Long> QUANTITY = WIRE.member("quantity");
    private static final Member<Instant> TRIAL_END = WIRE.member("trialEnd");
    private static final Member<Long> BILLING_ANCHOR_DAY = WIRE.member("billingAnchorDay");
    private static final Member<Boolean> PAUSE_AT_PERIOD_END = WIRE.member("pauseAtPeriodEnd");
    private static final Member<Boolean> CANCEL_AT_PERIOD_END = WIRE.member("cancelAtPeriodEnd");
    private static final Member<Instant> BILLING_STARTS_ON = WIRE.member("billingStartsOn");
    private static final Member<BillingEndStrategy> BILLING_END_STRATEGY = WIRE.member("billingEndStrategy");
    private static final Member<Instant> BILLING_ENDS_ON = WIRE.member("billingEndsOn");
    private static final Member<Long> BILLING_MAX_CYCLES = WIRE.member("billingMaxCycles");
    private static final Member<ProrationMode> PRORATION_MODE = WIRE.member("prorationMode");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private SubscriptionRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param customerId uuid
     */
    public static SubscriptionRequest of(String customerId) {
        return new SubscriptionRequest(Members.NONE.with(CUSTOMER_ID, customerId));
    }

    /** The same with businessId: uuid. */
    public SubscriptionRequest withBusinessId(String value) {
        return new SubscriptionRequest(members.with(BUSINESS_ID, value));
    }

    /** The same with productId: uuid; what is subscribed to. */
    public SubscriptionRequest withProductId(String value) {
        return new SubscriptionRequest(members.with(PRODUCT_ID, value));
    }

    /** The same with planId: uuid, instead of a product. */
    public SubscriptionRequest withPlanId(String value) {
        return new SubscriptionRequest(members.with(PLAN_ID, value));
    }

    /** The same with priceId: uuid, instead of a product. */
    public SubscriptionRequest withPriceId(String value) {
        return new SubscriptionRequest(members.with(PRICE_ID, value));
    }

    /** The same with paymentMethodId: uuid or pm_ id of what is charged. */
    public SubscriptionRequest withPaymentMethodId(String value) {
        return new SubscriptionRequest(members.with(PAYMENT_METHOD_ID, value));
    }

    /** The same with startDate: now unless said. */
    public SubscriptionRequest withStartDate(Instant value) {
        return new SubscriptionRequest(members.with(START_DATE, value));
    }

    /** The same with currency: ISO 4217, USD unless said. */
    public SubscriptionRequest withCurrency(String value) {
        return new SubscriptionRequest(members.with(CURRENCY, value));
    }

    /** The same with quantity: 1 or more, 1 unless said. */
    public SubscriptionRequest withQuantity(Long value) {
        return new SubscriptionRequest(members.with(QUANTITY, value));
    }

    /** The same with trialEnd: starts trialing until then. */
    public SubscriptionRequest withTrialEnd(Instant value) {
        return new SubscriptionRequest(members.with(TRIAL_END, value));
    }

    /** The same with billingAnchorDay: day of the month, 1 to 31. */
    public SubscriptionRequest withBillingAnchorDay(Long value) {
        return new SubscriptionRequest(members.with(BILLING_ANCHOR_DAY, value));
    }

    /** The same with pauseAtPeriodEnd: pauses when the period ends. */
    public SubscriptionRequest withPauseAtPeriodEnd(Boolean value) {
        return new SubscriptionRequest(members.with(PAUSE_AT_PERIOD_END, value));
    }

    /** The same with cancelAtPeriodEnd: ends when the period ends. */
    public SubscriptionRequest withCancelAtPeriodEnd(Boolean value) {
        return new SubscriptionRequest(members.with(CANCEL_AT_PERIOD_END, value));
    }

    /** The same with billingStartsOn: first charge. */
    public SubscriptionRequest withBillingStartsOn(Instant value) {
        return new SubscriptionRequest(members.with(BILLING_STARTS_ON, value));
    }

    /** The same with billingEndStrategy: indefinite unless said. */
    public SubscriptionRequest withBillingEndStrategy(BillingEndStrategy value) {
        return new SubscriptionRequest(members.with(BILLING_END_STRATEGY, value));
    }

    /** The same with billingEndsOn: with on_date. */
    public SubscriptionRequest withBillingEndsOn(Instant value) {
        return new SubscriptionRequest(members.with(BILLING_ENDS_ON, value));
    }

    /** The same with billingMaxCycles: 1 or more, with after_cycles. */
    public SubscriptionRequest withBillingMaxCycles(Long value) {
        return new SubscriptionRequest(members.with(BILLING_MAX_CYCLES, value));
    }

    /** The same with prorationMode: for the first period. */
    public SubscriptionRequest withProrationMode(ProrationMode value) {
        return new SubscriptionRequest(members.with(PRORATION_MODE, value));
    }

    /** The same with metadata: free. */
    public SubscriptionRequest withMetadata(Map<String, Object> value) {
        return new SubscriptionRequest(members.with(METADATA, value));
    }
}
