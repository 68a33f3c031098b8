package io.keentill.revkeen.taxrates;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /tax-rates}. */
public final class TaxRateQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Boolean> ACTIVE = WIRE.member("active");
    private static final Member<Boolean> INCLUSIVE = WIRE.member("inclusive");
    private static final Member<TaxType> TAX_TYPE = WIRE.member("tax_type");
    private static final Member<String> COUNTRY = WIRE.member("country");
    private static final Member<String> STATE = WIRE.member("state");

    private TaxRateQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static TaxRateQuery any() {
        return new TaxRateQuery(Members.NONE);
    }

    /** The same with active: only active or only archived. */
    public TaxRateQuery withActive(Boolean value) {
        return new TaxRateQuery(members.with(ACTIVE, value));
    }

    /** The same with inclusive: only inclusive or only exclusive. */
    public TaxRateQuery withInclusive(Boolean value) {
        return new TaxRateQuery(members.with(INCLUSIVE, value));
    }

    /** The same with taxType: only these. */
    public TaxRateQuery withTaxType(TaxType value) {
        return new TaxRateQuery(members.with(TAX_TYPE, value));
    }

    /** The same with country: two letters. */
    public TaxRateQuery withCountry(String value) {
        return new TaxRateQuery(members.with(COUNTRY, value));
    }

    /** The same with state: within the country. */
    public TaxRateQuery withState(String value) {
        return new TaxRateQuery(members.with(STATE, value));
    }
}
