package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Who a payment method belongs to, to store. */
public final class BillingDetailsRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NAME = WIRE.member("name");
    private static final Member<String> EMAIL = WIRE.member("email");
    private static final Member<String> PHONE = WIRE.member("phone");
    private static final Member<AddressRequest> ADDRESS = WIRE.member("address");

    private BillingDetailsRequest(Members members) {
        super(members);
    }

    /** Nothing of them yet. */
    public static BillingDetailsRequest none() {
        return new BillingDetailsRequest(Members.NONE);
    }

    /** The same with name: of the person. */
    public BillingDetailsRequest withName(String value) {
        return new BillingDetailsRequest(members.with(NAME, value));
    }

    /** The same with email: of the person. */
    public BillingDetailsRequest withEmail(String value) {
        return new BillingDetailsRequest(members.with(EMAIL, value));
    }

    /** The same with phone: free form. */
    public BillingDetailsRequest withPhone(String value) {
        return new BillingDetailsRequest(members.with(PHONE, value));
    }

    /** The same with address: where they live. */
    public BillingDetailsRequest withAddress(AddressRequest value) {
        return new BillingDetailsRequest(members.with(ADDRESS, value));
    }
}
