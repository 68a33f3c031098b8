package io.keentill.revkeen.payments;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /payments}. */
public final class PaymentQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<PaymentStatus> STATUS = WIRE.member("status");
    private static final Member<PaymentChannel> PAYMENT_CHANNEL = WIRE.member("payment_channel");
    private static final Member<Instant> CREATED_GTE = WIRE.member("created_gte");
    private static final Member<Instant> CREATED_LTE = WIRE.member("created_lte");

    private PaymentQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static PaymentQuery any() {
        return new PaymentQuery(Members.NONE);
    }

    /** The same with customerId: uuid. */
    public PaymentQuery withCustomerId(String value) {
        return new PaymentQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with invoiceId: uuid. */
    public PaymentQuery withInvoiceId(String value) {
        return new PaymentQuery(members.with(INVOICE_ID, value));
    }

    /** The same with status: only these. */
    public PaymentQuery withStatus(PaymentStatus value) {
        return new PaymentQuery(members.with(STATUS, value));
    }

    /** The same with paymentChannel: only these. */
    public PaymentQuery withPaymentChannel(PaymentChannel value) {
        return new PaymentQuery(members.with(PAYMENT_CHANNEL, value));
    }

    /** The same with createdGte: from this second on. */
    public PaymentQuery withCreatedGte(Instant value) {
        return new PaymentQuery(members.with(CREATED_GTE, value));
    }

    /** The same with createdLte: up to this second. */
    public PaymentQuery withCreatedLte(Instant value) {
        return new PaymentQuery(members.with(CREATED_LTE, value));
    }
}
