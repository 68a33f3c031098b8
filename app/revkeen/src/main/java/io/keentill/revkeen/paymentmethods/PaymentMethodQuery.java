package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /payment-methods}. */
public final class PaymentMethodQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<PaymentMethodType> TYPE = WIRE.member("type");

    private PaymentMethodQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static PaymentMethodQuery any() {
        return new PaymentMethodQuery(Members.NONE);
    }

    /** The same with customerId: uuid. */
    public PaymentMethodQuery withCustomerId(String value) {
        return new PaymentMethodQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with type: only these. */
    public PaymentMethodQuery withType(PaymentMethodType value) {
        return new PaymentMethodQuery(members.with(TYPE, value));
    }
}
