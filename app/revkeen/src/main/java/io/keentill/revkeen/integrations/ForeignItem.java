package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.math.BigDecimal;

/** A foreign item that a product is looked for. */
public final class ForeignItem extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> ID = WIRE.member("id");
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> TYPE = WIRE.member("type");
    private static final Member<String> CHARGE_TYPE = WIRE.member("charge_type");
    private static final Member<BigDecimal> PRICE = WIRE.member("price");
    private static final Member<MappingSource> SOURCE = WIRE.member("source");

    private ForeignItem(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param id its id there
     */
    public static ForeignItem of(String id) {
        return new ForeignItem(Members.NONE.with(ID, id));
    }

    /** The same with name: its name there. */
    public ForeignItem withName(String value) {
        return new ForeignItem(members.with(NAME, value));
    }

    /** The same with type: its kind there. */
    public ForeignItem withType(String value) {
        return new ForeignItem(members.with(TYPE, value));
    }

    /** The same with chargeType: how it is charged there. */
    public ForeignItem withChargeType(String value) {
        return new ForeignItem(members.with(CHARGE_TYPE, value));
    }

    /** The same with price: its price there. */
    public ForeignItem withPrice(BigDecimal value) {
        return new ForeignItem(members.with(PRICE, value));
    }

    /** The same with source: where it comes from. */
    public ForeignItem withSource(MappingSource value) {
        return new ForeignItem(members.with(SOURCE, value));
    }
}
