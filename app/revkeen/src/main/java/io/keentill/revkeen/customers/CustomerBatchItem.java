package io.keentill.revkeen.customers;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.Map;

/** One customer of a batch, written in snake_case. */
public final class CustomerBatchItem extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> EXTERNAL_ID = WIRE.member("external_id");
    private static final Member<String> EMAIL = WIRE.member("email");
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> PHONE = WIRE.member("phone");
    private static final Member<String> ADDRESS_LINE1 = WIRE.member("address_line1");
    private static final Member<String> ADDRESS_LINE2 = WIRE.member("address_line2");
    private static final Member<String> CITY = WIRE.member("city");
    private static final Member<String> STATE = WIRE.member("state");
    private static final Member<String> POSTAL_CODE = WIRE.member("postal_code");
    private static final Member<String> COUNTRY = WIRE.member("country");
    private static final Member<String> TAX_ID = WIRE.member("tax_id");
    private static final Member<String> TAX_ID_COUNTRY = WIRE.member("tax_id_country");
    private static final Member<String> NOTES = WIRE.member("notes");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<Instant> EXTERNAL_UPDATED_AT = WIRE.member("external_updated_at");

    private CustomerBatchItem(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param externalId its id at its source
     * @param email unique per merchant
     */
    public static CustomerBatchItem of(String externalId, String email) {
        return new CustomerBatchItem(Members.NONE.with(EXTERNAL_ID, externalId).with(EMAIL, email));
    }

    /** The same with name: of the person. */
    public CustomerBatchItem withName(String value) {
        return new CustomerBatchItem(members.with(NAME, value));
    }

    /** The same with phone: free form. */
    public CustomerBatchItem withPhone(String value) {
        return new CustomerBatchItem(members.with(PHONE, value));
    }

    /** The same with addressLine1: street. */
    public CustomerBatchItem withAddressLine1(String value) {
        return new CustomerBatchItem(members.with(ADDRESS_LINE1, value));
    }

    /** The same with addressLine2: more street. */
    public CustomerBatchItem withAddressLine2(String value) {
        return new CustomerBatchItem(members.with(ADDRESS_LINE2, value));
    }

    /** The same with city: town. */
    public CustomerBatchItem withCity(String value) {
        return new CustomerBatchItem(members.with(CITY, value));
    }

    /** The same with state: region. */
    public CustomerBatchItem withState(String value) {
        return new CustomerBatchItem(members.with(STATE, value));
    }

    /** The same with postalCode: post code. */
    public CustomerBatchItem withPostalCode(String value) {
        return new CustomerBatchItem(members.with(POSTAL_CODE, value));
    }

    /** The same with country: country. */
    public CustomerBatchItem withCountry(String value) {
        return new CustomerBatchItem(members.with(COUNTRY, value));
    }

    /** The same with taxId: tax number. */
    public CustomerBatchItem withTaxId(String value) {
        return new CustomerBatchItem(members.with(TAX_ID, value));
    }

    /** The same with taxIdCountry: two letters. */
    public CustomerBatchItem withTaxIdCountry(String value) {
        return new CustomerBatchItem(members.with(TAX_ID_COUNTRY, value));
    }

    /** The same with notes: free. */
    public CustomerBatchItem withNotes(String value) {
        return new CustomerBatchItem(members.with(NOTES, value));
    }

    /** The same with metadata: free. */
    public CustomerBatchItem withMetadata(Map<String, Object> value) {
        return new CustomerBatchItem(members.with(METADATA, value));
    }

    /** The same with externalUpdatedAt: an older one than stored is skipped. */
    public CustomerBatchItem withExternalUpdatedAt(Instant value) {
        return new CustomerBatchItem(members.with(EXTERNAL_UPDATED_AT, value));
    }
}
