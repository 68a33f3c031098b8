package io.keentill.revkeen.taxrates;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.math.BigDecimal;
import java.util.Map;

/** Body of {@code POST /tax-rates}. */
public final class TaxRateRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> DISPLAY_NAME = WIRE.member("display_name");
    private static final Member<BigDecimal> PERCENTAGE = WIRE.member("percentage");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<String> JURISDICTION = WIRE.member("jurisdiction");
    private static final Member<Boolean> INCLUSIVE = WIRE.member("inclusive");
    private static final Member<TaxType> TAX_TYPE = WIRE.member("tax_type");
    private static final Member<String> COUNTRY = WIRE.member("country");
    private static final Member<String> STATE = WIRE.member("state");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private TaxRateRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param displayName 1 to 100 characters
     * @param percentage 0 to 100; 8.25 is 8.25 %
     */
    public static TaxRateRequest of(String displayName, BigDecimal percentage) {
        return new TaxRateRequest(Members.NONE.with(DISPLAY_NAME, displayName).with(PERCENTAGE, percentage));
    }

    /** The same with description: up to 500 characters. */
    public TaxRateRequest withDescription(String value) {
        return new TaxRateRequest(members.with(DESCRIPTION, value));
    }

    /** The same with jurisdiction: up to 50 characters. */
    public TaxRateRequest withJurisdiction(String value) {
        return new TaxRateRequest(members.with(JURISDICTION, value));
    }

    /** The same with inclusive: false unless said. */
    public TaxRateRequest withInclusive(Boolean value) {
        return new TaxRateRequest(members.with(INCLUSIVE, value));
    }

    /** The same with taxType: vat unless said. */
    public TaxRateRequest withTaxType(TaxType value) {
        return new TaxRateRequest(members.with(TAX_TYPE, value));
    }

    /** The same with country: two letters. */
    public TaxRateRequest withCountry(String value) {
        return new TaxRateRequest(members.with(COUNTRY, value));
    }

    /** The same with state: up to 10 characters. */
    public TaxRateRequest withState(String value) {
        return new TaxRateRequest(members.with(STATE, value));
    }

    /** The same with metadata: free. */
    public TaxRateRequest withMetadata(Map<String, Object> value) {
        return new TaxRateRequest(members.with(METADATA, value));
    }
}
