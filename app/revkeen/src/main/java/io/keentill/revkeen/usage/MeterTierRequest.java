package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** A step of a tiered meter price. Amounts in minor units. */
public final class MeterTierRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> FIRST_UNIT = WIRE.member("first_unit");
    private static final Member<Long> UNIT_AMOUNT_MINOR = WIRE.member("unit_amount_minor");
    private static final Member<Long> LAST_UNIT = WIRE.member("last_unit");
    private static final Member<Long> FLAT_AMOUNT_MINOR = WIRE.member("flat_amount_minor");

    private MeterTierRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param firstUnit first unit of the step
     * @param unitAmountMinor per unit
     */
    public static MeterTierRequest of(long firstUnit, long unitAmountMinor) {
        return new MeterTierRequest(Members.NONE.with(FIRST_UNIT, firstUnit).with(UNIT_AMOUNT_MINOR, unitAmountMinor));
    }

    /** The same with lastUnit: open unless said. */
    public MeterTierRequest withLastUnit(Long value) {
        return new MeterTierRequest(members.with(LAST_UNIT, value));
    }

    /** The same with flatAmountMinor: for the step. */
    public MeterTierRequest withFlatAmountMinor(Long value) {
        return new MeterTierRequest(members.with(FLAT_AMOUNT_MINOR, value));
    }
}
