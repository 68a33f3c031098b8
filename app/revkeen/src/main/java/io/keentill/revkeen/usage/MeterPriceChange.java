package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code PATCH /meters/{id}/prices/{priceId}}: only what is set changes; the model is fixed. Amounts in minor units. */
public final class MeterPriceChange extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> UNIT_AMOUNT_MINOR = WIRE.member("unit_amount_minor");
    private static final Member<Long> FLAT_FEE_MINOR = WIRE.member("flat_fee_minor");
    private static final Member<Long> PACKAGE_SIZE = WIRE.member("package_size");
    private static final Member<Long> COST_PER_UNIT_MINOR = WIRE.member("cost_per_unit_minor");
    private static final Member<List<MeterTierRequest>> TIERS = WIRE.member("tiers");

    private MeterPriceChange(Members members) {
        super(members);
    }

    /** No change yet. */
    public static MeterPriceChange none() {
        return new MeterPriceChange(Members.NONE);
    }

    /** The same with unitAmountMinor: per unit, or per package. */
    public MeterPriceChange withUnitAmountMinor(Long value) {
        return new MeterPriceChange(members.with(UNIT_AMOUNT_MINOR, value));
    }

    /** The same with flatFeeMinor: per period. */
    public MeterPriceChange withFlatFeeMinor(Long value) {
        return new MeterPriceChange(members.with(FLAT_FEE_MINOR, value));
    }

    /** The same with packageSize: 1 or more, with package. */
    public MeterPriceChange withPackageSize(Long value) {
        return new MeterPriceChange(members.with(PACKAGE_SIZE, value));
    }

    /** The same with costPerUnitMinor: what a unit costs the merchant. */
    public MeterPriceChange withCostPerUnitMinor(Long value) {
        return new MeterPriceChange(members.with(COST_PER_UNIT_MINOR, value));
    }

    /** The same with tiers: with graduated and volume. */
    public MeterPriceChange withTiers(List<MeterTierRequest> value) {
        return new MeterPriceChange(members.with(TIERS, value));
    }
}
