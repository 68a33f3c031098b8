package io.keentill.revkeen.products;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /products}. */
public final class ProductRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> PRODUCT_ID = WIRE.member("product_id");
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<ProductKind> KIND = WIRE.member("kind");
    private static final Member<ProductPricing> PRICING_MODEL = WIRE.member("pricing_model");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Interval> INTERVAL = WIRE.member("interval");
    private static final Member<Long> INTERVAL_COUNT = WIRE.member("interval_count");
    private static final Member<Long> TRIAL_DAYS = WIRE.member("trial_days");
    private static final Member<String> USAGE_METER_ID = WIRE.member("usage_meter_id");
    private static final Member<String> SLUG = WIRE.member("slug");
    private static final Member<FulfillmentType> FULFILLMENT_TYPE = WIRE.member("fulfillment_type");
    private static final Member<BillingAnchorRule> BILLING_ANCHOR_RULE = WIRE.member("billing_anchor_rule");
    private static final Member<Long> BILLING_ANCHOR_DAY = WIRE.member("billing_anchor_day");
    private static final Member<FirstChargeBehavior> FIRST_CHARGE_BEHAVIOR = WIRE.member("first_charge_behavior");
    private static final Member<EndBehavior> END_BEHAVIOR = WIRE.member("end_behavior");
    private static final Member<Long> MAX_PAYMENTS = WIRE.member("max_payments");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<Boolean> TRACK_INVENTORY = WIRE.member("track_inventory");
    private static final Member<Long> STOCK_QUANTITY = WIRE.member("stock_quantity");
    private static final Member<String> IMAGE_URL = WIRE.member("image_url");

    private ProductRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param productId the merchant's own identifier (SKU)
     * @param name for people
     * @param kind what sort of product
     * @param pricingModel how it is priced
     * @param amountMinor minor units, 0 or more
     */
    public static ProductRequest of(
            String productId, String name, ProductKind kind, ProductPricing pricingModel, long amountMinor) {
        return new ProductRequest(Members.NONE
                .with(PRODUCT_ID, productId)
                .with(NAME, name)
                .with(KIND, kind)
                .with(PRICING_MODEL, pricingModel)
                .with(AMOUNT_MINOR, amountMinor));
    }

    /** The same with description: free. */
    public ProductRequest withDescription(String value) {
        return new ProductRequest(members.with(DESCRIPTION, value));
    }

    /** The same with currency: ISO 4217, USD unless said. */
    public ProductRequest withCurrency(String value) {
        return new ProductRequest(members.with(CURRENCY, value));
    }

    /** The same with interval: for subscriptions. */
    public ProductRequest withInterval(Interval value) {
        return new ProductRequest(members.with(INTERVAL, value));
    }

    /** The same with intervalCount: for subscriptions, 1 or more. */
    public ProductRequest withIntervalCount(Long value) {
        return new ProductRequest(members.with(INTERVAL_COUNT, value));
    }

    /** The same with trialDays: 0 or more. */
    public ProductRequest withTrialDays(Long value) {
        return new ProductRequest(members.with(TRIAL_DAYS, value));
    }

    /** The same with usageMeterId: for usage. */
    public ProductRequest withUsageMeterId(String value) {
        return new ProductRequest(members.with(USAGE_METER_ID, value));
    }

    /** The same with slug: for links. */
    public ProductRequest withSlug(String value) {
        return new ProductRequest(members.with(SLUG, value));
    }

    /** The same with fulfillmentType: none unless said. */
    public ProductRequest withFulfillmentType(FulfillmentType value) {
        return new ProductRequest(members.with(FULFILLMENT_TYPE, value));
    }

    /** The same with billingAnchorRule: for subscriptions. */
    public ProductRequest withBillingAnchorRule(BillingAnchorRule value) {
        return new ProductRequest(members.with(BILLING_ANCHOR_RULE, value));
    }

    /** The same with billingAnchorDay: 1 to 31. */
    public ProductRequest withBillingAnchorDay(Long value) {
        return new ProductRequest(members.with(BILLING_ANCHOR_DAY, value));
    }

    /** The same with firstChargeBehavior: for subscriptions. */
    public ProductRequest withFirstChargeBehavior(FirstChargeBehavior value) {
        return new ProductRequest(members.with(FIRST_CHARGE_BEHAVIOR, value));
    }

    /** The same with endBehavior: for subscriptions. */
    public ProductRequest withEndBehavior(EndBehavior value) {
        return new ProductRequest(members.with(END_BEHAVIOR, value));
    }

    /** The same with maxPayments: 1 to 999, for fixed payments. */
    public ProductRequest withMaxPayments(Long value) {
        return new ProductRequest(members.with(MAX_PAYMENTS, value));
    }

    /** The same with metadata: free. */
    public ProductRequest withMetadata(Map<String, Object> value) {
        return new ProductRequest(members.with(METADATA, value));
    }

    /** The same with trackInventory: whether stock is counted. */
    public ProductRequest withTrackInventory(Boolean value) {
        return new ProductRequest(members.with(TRACK_INVENTORY, value));
    }

    /** The same with stockQuantity: what is left. */
    public ProductRequest withStockQuantity(Long value) {
        return new ProductRequest(members.with(STOCK_QUANTITY, value));
    }

    /** The same with imageUrl: picture. */
    public ProductRequest withImageUrl(String value) {
        return new ProductRequest(members.with(IMAGE_URL, value));
    }
}
