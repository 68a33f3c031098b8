package io.keentill.revkeen.messages;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /comms/threads}. */
public final class ThreadQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customerId");
    private static final Member<ThreadStatus> STATUS = WIRE.member("status");
    private static final Member<Channel> CHANNEL = WIRE.member("channel");
    private static final Member<String> INVOICE_ID = WIRE.member("invoiceId");

    private ThreadQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static ThreadQuery any() {
        return new ThreadQuery(Members.NONE);
    }

    /** The same with customerId: with this customer. */
    public ThreadQuery withCustomerId(String value) {
        return new ThreadQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with status: only these. */
    public ThreadQuery withStatus(ThreadStatus value) {
        return new ThreadQuery(members.with(STATUS, value));
    }

    /** The same with channel: only these. */
    public ThreadQuery withChannel(Channel value) {
        return new ThreadQuery(members.with(CHANNEL, value));
    }

    /** The same with invoiceId: about this invoice. */
    public ThreadQuery withInvoiceId(String value) {
        return new ThreadQuery(members.with(INVOICE_ID, value));
    }
}
