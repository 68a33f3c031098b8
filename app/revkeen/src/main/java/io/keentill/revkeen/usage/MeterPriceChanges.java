package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code PATCH /meters/{id}/prices/{priceId}}: only what is set changes; the model is fixed. Amounts in minor units. */
public final class MeterPriceChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> UNIT_AMOUNT_MINOR = WIRE.member("unit_amount_minor");
    private static final Member<Long> FLAT_FEE_MINOR = WIRE.member("flat_fee_minor");
    private static final Member<Long> PACKAGE_SIZE = WIRE.member("package_size");
    private static final Member<Long> COST_PER_UNIT_MINOR = WIRE.member("cost_per_unit_minor");
    private static final Member<List<MeterTierRequest>> TIERS = WIRE.member("tiers");

    private MeterPriceChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static MeterPriceChanges none() {
        return new MeterPriceChanges(Members.NONE);
    }

    /** The same with unitAmountMinor: per unit, or per package. */
    public MeterPriceChanges withUnitAmountMinor(Long value) {
        return new MeterPriceChanges(members.with(UNIT_AMOUNT_MINOR, value));
    }

    /** The same with flatFeeMinor: per period. */
    public MeterPriceChanges withFlatFeeMinor(Long value) {
        return new MeterPriceChanges(members.with(FLAT_FEE_MINOR, value));
    }

    /** The same with packageSize: 1 or more, with package. */
    public MeterPriceChanges withPackageSize(Long value) {
        return new MeterPriceChanges(members.with(PACKAGE_SIZE, value));
    }

    /** The same with costPerUnitMinor: what a unit costs the merchant. */
    public MeterPriceChanges withCostPerUnitMinor(Long value) {
        return new MeterPriceChanges(members.with(COST_PER_UNIT_MINOR, value));
    }

    /** The same with tiers: with graduated and volume. */
    public MeterPriceChanges withTiers(List<MeterTierRequest> value) {
        return new MeterPriceChanges(members.with(TIERS, value));
    }
}
