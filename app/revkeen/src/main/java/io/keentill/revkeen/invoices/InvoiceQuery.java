package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /invoices}. */
public final class InvoiceQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<InvoiceStatus> STATUS = WIRE.member("status");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customerId");

    private InvoiceQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static InvoiceQuery any() {
        return new InvoiceQuery(Members.NONE);
    }

    /** The same with status: only these. */
    public InvoiceQuery withStatus(InvoiceStatus value) {
        return new InvoiceQuery(members.with(STATUS, value));
    }

    /** The same with customerId: uuid. */
    public InvoiceQuery withCustomerId(String value) {
        return new InvoiceQuery(members.with(CUSTOMER_ID, value));
    }
}
