package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /credit_notes}. */
public final class CreditNoteQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<CreditNoteStatus> STATUS = WIRE.member("status");
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<CreditMethod> CREDIT_METHOD = WIRE.member("credit_method");
    private static final Member<Instant> CREATED_AFTER = WIRE.member("created_after");
    private static final Member<Instant> CREATED_BEFORE = WIRE.member("created_before");

    private CreditNoteQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static CreditNoteQuery any() {
        return new CreditNoteQuery(Members.NONE);
    }

    /** The same with status: only these. */
    public CreditNoteQuery withStatus(CreditNoteStatus value) {
        return new CreditNoteQuery(members.with(STATUS, value));
    }

    /** The same with invoiceId: uuid. */
    public CreditNoteQuery withInvoiceId(String value) {
        return new CreditNoteQuery(members.with(INVOICE_ID, value));
    }

    /** The same with customerId: uuid. */
    public CreditNoteQuery withCustomerId(String value) {
        return new CreditNoteQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with creditMethod: only these. */
    public CreditNoteQuery withCreditMethod(CreditMethod value) {
        return new CreditNoteQuery(members.with(CREDIT_METHOD, value));
    }

    /** The same with createdAfter: from then on. */
    public CreditNoteQuery withCreatedAfter(Instant value) {
        return new CreditNoteQuery(members.with(CREATED_AFTER, value));
    }

    /** The same with createdBefore: up to then. */
    public CreditNoteQuery withCreatedBefore(Instant value) {
        return new CreditNoteQuery(members.with(CREATED_BEFORE, value));
    }
}
