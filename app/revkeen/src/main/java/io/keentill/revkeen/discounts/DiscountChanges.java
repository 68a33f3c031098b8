package io.keentill.revkeen.discounts;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Body of {@code PATCH /discounts/{id}}; code and type stay. */
public final class DiscountChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<BigDecimal> DISCOUNT_VALUE = WIRE.member("discount_value");
    private static final Member<AppliesTo> APPLIES_TO = WIRE.member("applies_to");
    private static final Member<DiscountScope> SCOPE = WIRE.member("scope");
    private static final Member<List<String>> PRODUCT_IDS = WIRE.member("product_ids");
    private static final Member<Long> MAX_REDEMPTIONS = WIRE.member("max_redemptions");
    private static final Member<Long> MAX_REDEMPTIONS_PER_USER = WIRE.member("max_redemptions_per_user");
    private static final Member<Instant> VALID_FROM = WIRE.member("valid_from");
    private static final Member<Instant> VALID_UNTIL = WIRE.member("valid_until");
    private static final Member<Boolean> IS_ACTIVE = WIRE.member("is_active");
    private static final Member<Boolean> IS_ARCHIVED = WIRE.member("is_archived");
    private static final Member<RecurringType> RECURRING_TYPE = WIRE.member("recurring_type");
    private static final Member<Long> RECURRING_CYCLES = WIRE.member("recurring_cycles");
    private static final Member<Boolean> FIRST_TIME_CUSTOMER = WIRE.member("first_time_customer");

    private DiscountChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static DiscountChanges none() {
        return new DiscountChanges(Members.NONE);
    }

    /** The same with name: 1 to 255 characters. */
    public DiscountChanges withName(String value) {
        return new DiscountChanges(members.with(NAME, value));
    }

    /** The same with description: up to 1000 characters. */
    public DiscountChanges withDescription(String value) {
        return new DiscountChanges(members.with(DESCRIPTION, value));
    }

    /** The same with description cleared. */
    public DiscountChanges withoutDescription() {
        return new DiscountChanges(members.cleared(DESCRIPTION));
    }

    /** The same with discountValue: percent from 1 to 100, or minor units. */
    public DiscountChanges withDiscountValue(BigDecimal value) {
        return new DiscountChanges(members.with(DISCOUNT_VALUE, value));
    }

    /** The same with appliesTo: all or specific products. */
    public DiscountChanges withAppliesTo(AppliesTo value) {
        return new DiscountChanges(members.with(APPLIES_TO, value));
    }

    /** The same with scope: what of an order it touches. */
    public DiscountChanges withScope(DiscountScope value) {
        return new DiscountChanges(members.with(SCOPE, value));
    }

    /** The same with productIds: uuids. */
    public DiscountChanges withProductIds(List<String> value) {
        return new DiscountChanges(members.with(PRODUCT_IDS, value));
    }

    /** The same with productIds cleared. */
    public DiscountChanges withoutProductIds() {
        return new DiscountChanges(members.cleared(PRODUCT_IDS));
    }

    /** The same with maxRedemptions: 1 or more. */
    public DiscountChanges withMaxRedemptions(Long value) {
        return new DiscountChanges(members.with(MAX_REDEMPTIONS, value));
    }

    /** The same with maxRedemptions cleared. */
    public DiscountChanges withoutMaxRedemptions() {
        return new DiscountChanges(members.cleared(MAX_REDEMPTIONS));
    }

    /** The same with maxRedemptionsPerUser: 0 for unlimited. */
    public DiscountChanges withMaxRedemptionsPerUser(Long value) {
        return new DiscountChanges(members.with(MAX_REDEMPTIONS_PER_USER, value));
    }

    /** The same with validFrom: when it begins. */
    public DiscountChanges withValidFrom(Instant value) {
        return new DiscountChanges(members.with(VALID_FROM, value));
    }

    /** The same with validFrom cleared. */
    public DiscountChanges withoutValidFrom() {
        return new DiscountChanges(members.cleared(VALID_FROM));
    }

    /** The same with validUntil: when it ends. */
    public DiscountChanges withValidUntil(Instant value) {
        return new DiscountChanges(members.with(VALID_UNTIL, value));
    }

    /** The same with validUntil cleared. */
    public DiscountChanges withoutValidUntil() {
        return new DiscountChanges(members.cleared(VALID_UNTIL));
    }

    /** The same with isActive: whether it can be used. */
    public DiscountChanges withIsActive(Boolean value) {
        return new DiscountChanges(members.with(IS_ACTIVE, value));
    }

    /** The same with isArchived: whether it is put away. */
    public DiscountChanges withIsArchived(Boolean value) {
        return new DiscountChanges(members.with(IS_ARCHIVED, value));
    }

    /** The same with recurringType: for subscriptions. */
    public DiscountChanges withRecurringType(RecurringType value) {
        return new DiscountChanges(members.with(RECURRING_TYPE, value));
    }

    /** The same with recurringType cleared. */
    public DiscountChanges withoutRecurringType() {
        return new DiscountChanges(members.cleared(RECURRING_TYPE));
    }

    /** The same with recurringCycles: 1 or more. */
    public DiscountChanges withRecurringCycles(Long value) {
        return new DiscountChanges(members.with(RECURRING_CYCLES, value));
    }

    /** The same with recurringCycles cleared. */
    public DiscountChanges withoutRecurringCycles() {
        return new DiscountChanges(members.cleared(RECURRING_CYCLES));
    }

    /** The same with firstTimeCustomer: whether only for first orders. */
    public DiscountChanges withFirstTimeCustomer(Boolean value) {
        return new DiscountChanges(members.with(FIRST_TIME_CUSTOMER, value));
    }
}
