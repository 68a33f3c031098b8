package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code POST /meters/{id}/prices}. Amounts in minor units. */
public final class MeterPriceRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<MeterPricingModel> PRICING_MODEL = WIRE.member("pricing_model");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Long> UNIT_AMOUNT_MINOR = WIRE.member("unit_amount_minor");
    private static final Member<Long> FLAT_FEE_MINOR = WIRE.member("flat_fee_minor");
    private static final Member<Long> PACKAGE_SIZE = WIRE.member("package_size");
    private static final Member<Long> COST_PER_UNIT_MINOR = WIRE.member("cost_per_unit_minor");
    private static final Member<List<MeterTierRequest>> TIERS = WIRE.member("tiers");

    private MeterPriceRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param pricingModel how usage is priced
     * @param currency ISO 4217
     */
    public static MeterPriceRequest of(MeterPricingModel pricingModel, String currency) {
        return new MeterPriceRequest(
                Members.NONE.with(PRICING_MODEL, pricingModel).with(CURRENCY, currency));
    }

    /** The same with unitAmountMinor: per unit, or per package. */
    public MeterPriceRequest withUnitAmountMinor(Long value) {
        return new MeterPriceRequest(members.with(UNIT_AMOUNT_MINOR, value));
    }

    /** The same with flatFeeMinor: per period. */
    public MeterPriceRequest withFlatFeeMinor(Long value) {
        return new MeterPriceRequest(members.with(FLAT_FEE_MINOR, value));
    }

    /** The same with packageSize: 1 or more, with package. */
    public MeterPriceRequest withPackageSize(Long value) {
        return new MeterPriceRequest(members.with(PACKAGE_SIZE, value));
    }

    /** The same with costPerUnitMinor: what a unit costs the merchant. */
    public MeterPriceRequest withCostPerUnitMinor(Long value) {
        return new MeterPriceRequest(members.with(COST_PER_UNIT_MINOR, value));
    }

    /** The same with tiers: with graduated and volume. */
    public MeterPriceRequest withTiers(List<MeterTierRequest> value) {
        return new MeterPriceRequest(members.with(TIERS, value));
    }
}
