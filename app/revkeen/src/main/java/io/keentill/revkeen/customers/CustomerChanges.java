package io.keentill.revkeen.customers;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /customers/{id}}, written in camelCase. */
public final class CustomerChanges extends RequestFields {
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

    private CustomerChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static CustomerChanges none() {
        return new CustomerChanges(Members.NONE);
    }

    /** The same with email: unique per merchant. */
    public CustomerChanges withEmail(String value) {
        return new CustomerChanges(members.with(EMAIL, value));
    }

    /** The same with name: of the person. */
    public CustomerChanges withName(String value) {
        return new CustomerChanges(members.with(NAME, value));
    }

    /** The same with phone: free form. */
    public CustomerChanges withPhone(String value) {
        return new CustomerChanges(members.with(PHONE, value));
    }

    /** The same with companyName: of the firm. */
    public CustomerChanges withCompanyName(String value) {
        return new CustomerChanges(members.with(COMPANY_NAME, value));
    }

    /** The same with addressLine1: street. */
    public CustomerChanges withAddressLine1(String value) {
        return new CustomerChanges(members.with(ADDRESS_LINE1, value));
    }

    /** The same with addressLine2: more street. */
    public CustomerChanges withAddressLine2(String value) {
        return new CustomerChanges(members.with(ADDRESS_LINE2, value));
    }

    /** The same with city: town. */
    public CustomerChanges withCity(String value) {
        return new CustomerChanges(members.with(CITY, value));
    }

    /** The same with state: region. */
    public CustomerChanges withState(String value) {
        return new CustomerChanges(members.with(STATE, value));
    }

    /** The same with postalCode: post code. */
    public CustomerChanges withPostalCode(String value) {
        return new CustomerChanges(members.with(POSTAL_CODE, value));
    }

    /** The same with country: country. */
    public CustomerChanges withCountry(String value) {
        return new CustomerChanges(members.with(COUNTRY, value));
    }

    /** The same with these changes to metadata: a null value removes its key. */
    public CustomerChanges withMetadata(Map<String, ? extends @Nullable Object> value) {
        return new CustomerChanges(members.withPatch(METADATA, value));
    }

    /** The same with customFields: free. */
    public CustomerChanges withCustomFields(Map<String, Object> value) {
        return new CustomerChanges(members.with(CUSTOM_FIELDS, value));
    }
}
