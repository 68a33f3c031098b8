package io.keentill.revkeen.billing;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Body of {@code POST /billing/preview}, in camelCase. */
public final class BillingPreviewRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<BillingInterval> INTERVAL = WIRE.member("interval");
    private static final Member<Long> INTERVAL_COUNT = WIRE.member("intervalCount");
    private static final Member<String> BILLING_ANCHOR_RULE = WIRE.member("billingAnchorRule");
    private static final Member<Long> BILLING_ANCHOR_DAY = WIRE.member("billingAnchorDay");
    private static final Member<Instant> STARTS_AT = WIRE.member("startsAt");
    private static final Member<String> FIRST_CHARGE_BEHAVIOR = WIRE.member("firstChargeBehavior");
    private static final Member<Long> TRIAL_DAYS = WIRE.member("trialDays");
    private static final Member<String> END_BEHAVIOR = WIRE.member("endBehavior");
    private static final Member<Long> MAX_PAYMENTS = WIRE.member("maxPayments");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amountMinor");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Long> PREVIEW_COUNT = WIRE.member("previewCount");
    private static final Member<String> TIMEZONE = WIRE.member("timezone");

    private BillingPreviewRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param interval how often
     */
    public static BillingPreviewRequest of(BillingInterval interval) {
        return new BillingPreviewRequest(Members.NONE.with(INTERVAL, interval));
    }

    /** The same with intervalCount: every so many intervals, 1 unless said. */
    public BillingPreviewRequest withIntervalCount(Long value) {
        return new BillingPreviewRequest(members.with(INTERVAL_COUNT, value));
    }

    /** The same with billingAnchorRule: a value of {@link Billing#anchorRules}. */
    public BillingPreviewRequest withBillingAnchorRule(String value) {
        return new BillingPreviewRequest(members.with(BILLING_ANCHOR_RULE, value));
    }

    /** The same with billingAnchorDay: 1 to 31, where the rule needs it. */
    public BillingPreviewRequest withBillingAnchorDay(Long value) {
        return new BillingPreviewRequest(members.with(BILLING_ANCHOR_DAY, value));
    }

    /** The same with startsAt: now unless said. */
    public BillingPreviewRequest withStartsAt(Instant value) {
        return new BillingPreviewRequest(members.with(STARTS_AT, value));
    }

    /** The same with firstChargeBehavior: immediate, next_anchor or prorate. */
    public BillingPreviewRequest withFirstChargeBehavior(String value) {
        return new BillingPreviewRequest(members.with(FIRST_CHARGE_BEHAVIOR, value));
    }

    /** The same with trialDays: 0 or more. */
    public BillingPreviewRequest withTrialDays(Long value) {
        return new BillingPreviewRequest(members.with(TRIAL_DAYS, value));
    }

    /** The same with endBehavior: until_canceled or fixed_payments. */
    public BillingPreviewRequest withEndBehavior(String value) {
        return new BillingPreviewRequest(members.with(END_BEHAVIOR, value));
    }

    /** The same with maxPayments: with fixed_payments. */
    public BillingPreviewRequest withMaxPayments(Long value) {
        return new BillingPreviewRequest(members.with(MAX_PAYMENTS, value));
    }

    /** The same with amountMinor: minor units per charge. */
    public BillingPreviewRequest withAmountMinor(Long value) {
        return new BillingPreviewRequest(members.with(AMOUNT_MINOR, value));
    }

    /** The same with currency: ISO 4217. */
    public BillingPreviewRequest withCurrency(String value) {
        return new BillingPreviewRequest(members.with(CURRENCY, value));
    }

    /** The same with previewCount: how many charges to show. */
    public BillingPreviewRequest withPreviewCount(Long value) {
        return new BillingPreviewRequest(members.with(PREVIEW_COUNT, value));
    }

    /** The same with timezone: IANA name. */
    public BillingPreviewRequest withTimezone(String value) {
        return new BillingPreviewRequest(members.with(TIMEZONE, value));
    }
}
