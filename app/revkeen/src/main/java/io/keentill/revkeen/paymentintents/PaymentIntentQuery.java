package io.keentill.revkeen.paymentintents;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /payment-intents}. */
public final class PaymentIntentQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER = WIRE.member("customer");
    private static final Member<PaymentIntentStatus> STATUS = WIRE.member("status");
    private static final Member<Instant> CREATED_GTE = WIRE.member("created_gte");
    private static final Member<Instant> CREATED_LTE = WIRE.member("created_lte");

    private PaymentIntentQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static PaymentIntentQuery any() {
        return new PaymentIntentQuery(Members.NONE);
    }

    /** The same with customer: uuid. */
    public PaymentIntentQuery withCustomer(String value) {
        return new PaymentIntentQuery(members.with(CUSTOMER, value));
    }

    /** The same with status: only these. */
    public PaymentIntentQuery withStatus(PaymentIntentStatus value) {
        return new PaymentIntentQuery(members.with(STATUS, value));
    }

    /** The same with createdGte: from this second on. */
    public PaymentIntentQuery withCreatedGte(Instant value) {
        return new PaymentIntentQuery(members.with(CREATED_GTE, value));
    }

    /** The same with createdLte: up to this second. */
    public PaymentIntentQuery withCreatedLte(Instant value) {
        return new PaymentIntentQuery(members.with(CREATED_LTE, value));
    }
}
