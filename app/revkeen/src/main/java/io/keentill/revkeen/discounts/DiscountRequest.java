package io.keentill.revkeen.discounts;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Body of {@code POST /discounts}. */
public final class DiscountRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CODE = WIRE.member("code");
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<DiscountType> DISCOUNT_TYPE = WIRE.member("discount_type");
    private static final Member<BigDecimal> DISCOUNT_VALUE = WIRE.member("discount_value");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<AppliesTo> APPLIES_TO = WIRE.member("applies_to");
    private static final Member<DiscountScope> SCOPE = WIRE.member("scope");
    private static final Member<List<String>> PRODUCT_IDS = WIRE.member("product_ids");
    private static final Member<Long> MAX_REDEMPTIONS = WIRE.member("max_redemptions");
    private static final Member<Long> MAX_REDEMPTIONS_PER_USER = WIRE.member("max_redemptions_per_user");
    private static final Member<Instant> VALID_FROM = WIRE.member("valid_from");
    private static final Member<Instant> VALID_UNTIL = WIRE.member("valid_until");
    private static final Member<RecurringType> RECURRING_TYPE = WIRE.member("recurring_type");
    private static final Member<Long> RECURRING_CYCLES = WIRE.member("recurring_cycles");
    private static final Member<Boolean> FIRST_TIME_CUSTOMER = WIRE.member("first_time_customer");

    private DiscountRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param code 1 to 50 characters, kept in upper case
     * @param name 1 to 255 characters
     * @param discountType what the value means
     * @param discountValue percent from 1 to 100, or minor units
     */
    public static DiscountRequest of(String code, String name, DiscountType discountType, BigDecimal discountValue) {
        return new DiscountRequest(Members.NONE
                .with(CODE, code)
                .with(NAME, name)
                .with(DISCOUNT_TYPE, discountType)
                .with(DISCOUNT_VALUE, discountValue));
    }

    /** The same with description: up to 1000 characters. */
    public DiscountRequest withDescription(String value) {
        return new DiscountRequest(members.with(DESCRIPTION, value));
    }

    /** The same with appliesTo: all unless said. */
    public DiscountRequest withAppliesTo(AppliesTo value) {
        return new DiscountRequest(members.with(APPLIES_TO, value));
    }

    /** The same with scope: what of an order it touches; never shown again. */
    public DiscountRequest withScope(DiscountScope value) {
        return new DiscountRequest(members.with(SCOPE, value));
    }

    /** The same with productIds: uuids, for specific products. */
    public DiscountRequest withProductIds(List<String> value) {
        return new DiscountRequest(members.with(PRODUCT_IDS, value));
    }

    /** The same with maxRedemptions: 1 or more. */
    public DiscountRequest withMaxRedemptions(Long value) {
        return new DiscountRequest(members.with(MAX_REDEMPTIONS, value));
    }

    /** The same with maxRedemptionsPerUser: 0 for unlimited; never shown again. */
    public DiscountRequest withMaxRedemptionsPerUser(Long value) {
        return new DiscountRequest(members.with(MAX_REDEMPTIONS_PER_USER, value));
    }

    /** The same with validFrom: when it begins. */
    public DiscountRequest withValidFrom(Instant value) {
        return new DiscountRequest(members.with(VALID_FROM, value));
    }

    /** The same with validUntil: when it ends. */
    public DiscountRequest withValidUntil(Instant value) {
        return new DiscountRequest(members.with(VALID_UNTIL, value));
    }

    /** The same with recurringType: for subscriptions. */
    public DiscountRequest withRecurringType(RecurringType value) {
        return new DiscountRequest(members.with(RECURRING_TYPE, value));
    }

    /** The same with recurringCycles: 1 or more, for repeating. */
    public DiscountRequest withRecurringCycles(Long value) {
        return new DiscountRequest(members.with(RECURRING_CYCLES, value));
    }

    /** The same with firstTimeCustomer: false unless said. */
    public DiscountRequest withFirstTimeCustomer(Boolean value) {
        return new DiscountRequest(members.with(FIRST_TIME_CUSTOMER, value));
    }
}
