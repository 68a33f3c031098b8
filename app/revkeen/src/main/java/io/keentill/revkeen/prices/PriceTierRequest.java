package io.keentill.revkeen.prices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** A step of a tiered price. Amounts in minor units. */
public final class PriceTierRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> UP_TO = WIRE.member("up_to");
    private static final Member<Long> UNIT_AMOUNT_MINOR = WIRE.member("unit_amount_minor");
    private static final Member<Long> FLAT_AMOUNT_MINOR = WIRE.member("flat_amount_minor");

    private PriceTierRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param upTo last unit of the step
     */
    public static PriceTierRequest of(long upTo) {
        return new PriceTierRequest(Members.NONE.with(UP_TO, upTo));
    }

    /** The last step, which has no end. */
    public static PriceTierRequest last() {
        return new PriceTierRequest(Members.NONE.cleared(UP_TO));
    }

    /** The same with unitAmountMinor: per unit. */
    public PriceTierRequest withUnitAmountMinor(Long value) {
        return new PriceTierRequest(members.with(UNIT_AMOUNT_MINOR, value));
    }

    /** The same with flatAmountMinor: for the step. */
    public PriceTierRequest withFlatAmountMinor(Long value) {
        return new PriceTierRequest(members.with(FLAT_AMOUNT_MINOR, value));
    }
}
