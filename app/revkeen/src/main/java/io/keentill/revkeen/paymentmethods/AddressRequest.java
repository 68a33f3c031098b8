package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** A postal address to store. */
public final class AddressRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> LINE1 = WIRE.member("line1");
    private static final Member<String> LINE2 = WIRE.member("line2");
    private static final Member<String> CITY = WIRE.member("city");
    private static final Member<String> STATE = WIRE.member("state");
    private static final Member<String> POSTAL_CODE = WIRE.member("postal_code");
    private static final Member<String> COUNTRY = WIRE.member("country");

    private AddressRequest(Members members) {
        super(members);
    }

    /** Nothing of it yet. */
    public static AddressRequest none() {
        return new AddressRequest(Members.NONE);
    }

    /** The same with line1: street. */
    public AddressRequest withLine1(String value) {
        return new AddressRequest(members.with(LINE1, value));
    }

    /** The same with line2: more street. */
    public AddressRequest withLine2(String value) {
        return new AddressRequest(members.with(LINE2, value));
    }

    /** The same with city: town. */
    public AddressRequest withCity(String value) {
        return new AddressRequest(members.with(CITY, value));
    }

    /** The same with state: region. */
    public AddressRequest withState(String value) {
        return new AddressRequest(members.with(STATE, value));
    }

    /** The same with postalCode: post code. */
    public AddressRequest withPostalCode(String value) {
        return new AddressRequest(members.with(POSTAL_CODE, value));
    }

    /** The same with country: two letters. */
    public AddressRequest withCountry(String value) {
        return new AddressRequest(members.with(COUNTRY, value));
    }
}
