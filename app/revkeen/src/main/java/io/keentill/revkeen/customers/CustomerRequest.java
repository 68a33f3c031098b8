package io.keentill.revkeen.customers;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /customers}, written in camelCase. */
public final class CustomerRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> EMAIL = WIRE.member("email");
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> PHONE = WIRE.member("phone");
    private static final Member<String> COMPANY_NAME = WIRE.member("companyName");
    private static final Member<String> ADDRESS_LINE1 = WIRE.member("addressLine1");
    private static final Member<String> ADDRESS_LINE2 = WIRE.member("addressLine2");
    private static final Member<String> CITY = WIRE.member("city");
    private static final Member<String> STATE = WIRE.member("state");
    private static final Member<String> POSTAL_CODE = WIRE.member("postalCode");
    private static final Member<String> COUNTRY = WIRE.member("country");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<Map<String, Object>> CUSTOM_FIELDS = WIRE.member("customFields");

    private CustomerRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param email unique per merchant
     */
    public static CustomerRequest of(String email) {
        return new CustomerRequest(Members.NONE.with(EMAIL, email));
    }

    /** The same with name: of the person. */
    public CustomerRequest withName(String value) {
        return new CustomerRequest(members.with(NAME, value));
    }

    /** The same with phone: free form. */
    public CustomerRequest withPhone(String value) {
        return new CustomerRequest(members.with(PHONE, value));
    }

    /** The same with companyName: of the firm. */
    public CustomerRequest withCompanyName(String value) {
        return new CustomerRequest(members.with(COMPANY_NAME, value));
    }

    /** The same with addressLine1: street. */
    public CustomerRequest withAddressLine1(String value) {
        return new CustomerRequest(members.with(ADDRESS_LINE1, value));
    }

    /** The same with addressLine2: more street. */
    public CustomerRequest withAddressLine2(String value) {
        return new CustomerRequest(members.with(ADDRESS_LINE2, value));
    }

    /** The same with city: town. */
    public CustomerRequest withCity(String value) {
        return new CustomerRequest(members.with(CITY, value));
    }

    /** The same with state: region. */
    public CustomerRequest withState(String value) {
        return new CustomerRequest(members.with(STATE, value));
    }

    /** The same with postalCode: post code. */
    public CustomerRequest withPostalCode(String value) {
        return new CustomerRequest(members.with(POSTAL_CODE, value));
    }

    /** The same with country: country. */
    public CustomerRequest withCountry(String value) {
        return new CustomerRequest(members.with(COUNTRY, value));
    }

    /** The same with metadata: free. */
    public CustomerRequest withMetadata(Map<String, Object> value) {
        return new CustomerRequest(members.with(METADATA, value));
    }

    /** The same with customFields: free. */
    public CustomerRequest withCustomFields(Map<String, Object> value) {
        return new CustomerRequest(members.with(CUSTOM_FIELDS, value));
    }
}
