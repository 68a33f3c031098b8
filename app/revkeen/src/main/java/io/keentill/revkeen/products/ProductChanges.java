package io.keentill.revkeen.products;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /products/{id}}. */
public final class ProductChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Interval> INTERVAL = WIRE.member("interval");
    private static final Member<Long> INTERVAL_COUNT = WIRE.member("interval_count");
    private static final Member<Long> TRIAL_DAYS = WIRE.member("trial_days");
    private static final Member<Boolean> IS_ACTIVE = WIRE.member("is_active");
    private static final Member<Boolean> IS_ARCHIVED = WIRE.member("is_archived");
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

    private ProductChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static ProductChanges none() {
        return new ProductChanges(Members.NONE);
    }

    /** The same with name: for people. */
    public ProductChanges withName(String value) {
        return new ProductChanges(members.with(NAME, value));
    }

    /** The same with description: free. */
    public ProductChanges withDescription(String value) {
        return new ProductChanges(members.with(DESCRIPTION, value));
    }

    /** The same with description cleared. */
    public ProductChanges withoutDescription() {
        return new ProductChanges(members.cleared(DESCRIPTION));
    }

    /** The same with amountMinor: minor units, 0 or more. */
    public ProductChanges withAmountMinor(Long value) {
        return new ProductChanges(members.with(AMOUNT_MINOR, value));
    }

    /** The same with currency: ISO 4217. */
    public ProductChanges withCurrency(String value) {
        return new ProductChanges(members.with(CURRENCY, value));
    }

    /** The same with interval: for subscriptions. */
    public ProductChanges withInterval(Interval value) {
        return new ProductChanges(members.with(INTERVAL, value));
    }

    /** The same with interval cleared. */
    public ProductChanges withoutInterval() {
        return new ProductChanges(members.cleared(INTERVAL));
    }

    /** The same with intervalCount: for subscriptions, 1 or more. */
    public ProductChanges withIntervalCount(Long value) {
        return new ProductChanges(members.with(INTERVAL_COUNT, value));
    }

    /** The same with intervalCount cleared. */
    public ProductChanges withoutIntervalCount() {
        return new ProductChanges(members.cleared(INTERVAL_COUNT));
    }

    /** The same with trialDays: 0 or more. */
    public ProductChanges withTrialDays(Long value) {
        return new ProductChanges(members.with(TRIAL_DAYS, value));
    }

    /** The same with isActive: whether it can be sold. */
    public ProductChanges withIsActive(Boolean value) {
        return new ProductChanges(members.with(IS_ACTIVE, value));
    }

    /** The same with isArchived: whether it is put away. */
    public ProductChanges withIsArchived(Boolean value) {
        return new ProductChanges(members.with(IS_ARCHIVED, value));
    }

    /** The same with fulfillmentType: none unless said. */
    public ProductChanges withFulfillmentType(FulfillmentType value) {
        return new ProductChanges(members.with(FULFILLMENT_TYPE, value));
    }

    /** The same with billingAnchorRule: for subscriptions. */
    public ProductChanges withBillingAnchorRule(BillingAnchorRule value) {
        return new ProductChanges(members.with(BILLING_ANCHOR_RULE, value));
    }

    /** The same with billingAnchorDay: 1 to 31. */
    public ProductChanges withBillingAnchorDay(Long value) {
        return new ProductChanges(members.with(BILLING_ANCHOR_DAY, value));
    }

    /** The same with firstChargeBehavior: for subscriptions. */
    public ProductChanges withFirstChargeBehavior(FirstChargeBehavior value) {
        return new ProductChanges(members.with(FIRST_CHARGE_BEHAVIOR, value));
    }

    /** The same with endBehavior: for subscriptions. */
    public ProductChanges withEndBehavior(EndBehavior value) {
        return new ProductChanges(members.with(END_BEHAVIOR, value));
    }

    /** The same with maxPayments: 1 to 999, for fixed payments. */
    public ProductChanges withMaxPayments(Long value) {
        return new ProductChanges(members.with(MAX_PAYMENTS, value));
    }

    /** The same with these changes to metadata: a null value removes its key. */
    public ProductChanges withMetadata(Map<String, ? extends @Nullable Object> value) {
        return new ProductChanges(members.withPatch(METADATA, value));
    }

    /** The same with trackInventory: whether stock is counted. */
    public ProductChanges withTrackInventory(Boolean value) {
        return new ProductChanges(members.with(TRACK_INVENTORY, value));
    }

    /** The same with stockQuantity: what is left. */
    public ProductChanges withStockQuantity(Long value) {
        return new ProductChanges(members.with(STOCK_QUANTITY, value));
    }

    /** The same with imageUrl: picture. */
    public ProductChanges withImageUrl(String value) {
        return new ProductChanges(members.with(IMAGE_URL, value));
    }
}
