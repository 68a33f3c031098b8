package io.keentill.revkeen.prices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import io.keentill.revkeen.products.Interval;
import java.util.List;
import java.util.Map;

/** Body of {@code POST /prices}. Amounts in minor units of the currency. */
public final class PriceRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> PRODUCT_ID = WIRE.member("product_id");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Long> UNIT_AMOUNT = WIRE.member("unit_amount");
    private static final Member<PriceType> TYPE = WIRE.member("type");
    private static final Member<PricingModel> PRICING_MODEL = WIRE.member("pricing_model");
    private static final Member<Interval> INTERVAL = WIRE.member("interval");
    private static final Member<Long> INTERVAL_COUNT = WIRE.member("interval_count");
    private static final Member<Long> TRIAL_PERIOD_DAYS = WIRE.member("trial_period_days");
    private static final Member<Long> MINIMUM_AMOUNT = WIRE.member("minimum_amount");
    private static final Member<Long> MAXIMUM_AMOUNT = WIRE.member("maximum_amount");
    private static final Member<Long> SUGGESTED_AMOUNT = WIRE.member("suggested_amount");
    private static final Member<List<Long>> PRESET_AMOUNTS = WIRE.member("preset_amounts");
    private static final Member<String> NICKNAME = WIRE.member("nickname");
    private static final Member<String> LOOKUP_KEY = WIRE.member("lookup_key");
    private static final Member<BillingScheme> BILLING_SCHEME = WIRE.member("billing_scheme");
    private static final Member<TiersMode> TIERS_MODE = WIRE.member("tiers_mode");
    private static final Member<List<PriceTierRequest>> TIERS = WIRE.member("tiers");
    private static final Member<QuantityTransformRequest> TRANSFORM_QUANTITY = WIRE.member("transform_quantity");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private PriceRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param productId uuid
     * @param currency ISO 4217
     */
    public static PriceRequest of(String productId, String currency) {
        return new PriceRequest(Members.NONE.with(PRODUCT_ID, productId).with(CURRENCY, currency));
    }

    /** The same with unitAmount: 0 or more; needed for a fixed price. */
    public PriceRequest withUnitAmount(Long value) {
        return new PriceRequest(members.with(UNIT_AMOUNT, value));
    }

    /** The same with type: one_time unless said. */
    public PriceRequest withType(PriceType value) {
        return new PriceRequest(members.with(TYPE, value));
    }

    /** The same with pricingModel: fixed unless said. */
    public PriceRequest withPricingModel(PricingModel value) {
        return new PriceRequest(members.with(PRICING_MODEL, value));
    }

    /** The same with interval: needed for a recurring price. */
    public PriceRequest withInterval(Interval value) {
        return new PriceRequest(members.with(INTERVAL, value));
    }

    /** The same with intervalCount: 1 to 12. */
    public PriceRequest withIntervalCount(Long value) {
        return new PriceRequest(members.with(INTERVAL_COUNT, value));
    }

    /** The same with trialPeriodDays: 0 to 730. */
    public PriceRequest withTrialPeriodDays(Long value) {
        return new PriceRequest(members.with(TRIAL_PERIOD_DAYS, value));
    }

    /** The same with minimumAmount: for pay-what-you-want. */
    public PriceRequest withMinimumAmount(Long value) {
        return new PriceRequest(members.with(MINIMUM_AMOUNT, value));
    }

    /** The same with maximumAmount: for pay-what-you-want. */
    public PriceRequest withMaximumAmount(Long value) {
        return new PriceRequest(members.with(MAXIMUM_AMOUNT, value));
    }

    /** The same with suggestedAmount: for pay-what-you-want. */
    public PriceRequest withSuggestedAmount(Long value) {
        return new PriceRequest(members.with(SUGGESTED_AMOUNT, value));
    }

    /** The same with presetAmounts: up to 10, for pay-what-you-want. */
    public PriceRequest withPresetAmounts(List<Long> value) {
        return new PriceRequest(members.with(PRESET_AMOUNTS, value));
    }

    /** The same with nickname: up to 100 characters, for people. */
    public PriceRequest withNickname(String value) {
        return new PriceRequest(members.with(NICKNAME, value));
    }

    /** The same with lookupKey: up to 100 characters, for programs. */
    public PriceRequest withLookupKey(String value) {
        return new PriceRequest(members.with(LOOKUP_KEY, value));
    }

    /** The same with billingScheme: per_unit unless said. */
    public PriceRequest withBillingScheme(BillingScheme value) {
        return new PriceRequest(members.with(BILLING_SCHEME, value));
    }

    /** The same with tiersMode: only with tiered. */
    public PriceRequest withTiersMode(TiersMode value) {
        return new PriceRequest(members.with(TIERS_MODE, value));
    }

    /** The same with tiers: 2 to 50, the last without an end. */
    public PriceRequest withTiers(List<PriceTierRequest> value) {
        return new PriceRequest(members.with(TIERS, value));
    }

    /** The same with transformQuantity: how the quantity is divided first. */
    public PriceRequest withTransformQuantity(QuantityTransformRequest value) {
        return new PriceRequest(members.with(TRANSFORM_QUANTITY, value));
    }

    /** The same with metadata: free. */
    public PriceRequest withMetadata(Map<String, Object> value) {
        return new PriceRequest(members.with(METADATA, value));
    }
}
