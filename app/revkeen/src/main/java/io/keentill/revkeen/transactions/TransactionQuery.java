package io.keentill.revkeen.transactions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /transactions}. */
public final class TransactionQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<TransactionType> TYPE = WIRE.member("type");
    private static final Member<TransactionStatus> STATUS = WIRE.member("status");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<Instant> CREATED_GTE = WIRE.member("created_gte");
    private static final Member<Instant> CREATED_LTE = WIRE.member("created_lte");

    private TransactionQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static TransactionQuery any() {
        return new TransactionQuery(Members.NONE);
    }

    /** The same with type: only these. */
    public TransactionQuery withType(TransactionType value) {
        return new TransactionQuery(members.with(TYPE, value));
    }

    /** The same with status: only these. */
    public TransactionQuery withStatus(TransactionStatus value) {
        return new TransactionQuery(members.with(STATUS, value));
    }

    /** The same with customerId: uuid. */
    public TransactionQuery withCustomerId(String value) {
        return new TransactionQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with invoiceId: uuid. */
    public TransactionQuery withInvoiceId(String value) {
        return new TransactionQuery(members.with(INVOICE_ID, value));
    }

    /** The same with createdGte: from this second on. */
    public TransactionQuery withCreatedGte(Instant value) {
        return new TransactionQuery(members.with(CREATED_GTE, value));
    }

    /** The same with createdLte: up to this second. */
    public TransactionQuery withCreatedLte(Instant value) {
        return new TransactionQuery(members.with(CREATED_LTE, value));
    }
}
