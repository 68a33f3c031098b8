package io.keentill.revkeen.terminal;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /terminal-payments}; filter the standalone states locally. */
public final class TerminalPaymentQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<TerminalPaymentStatus> STATUS = WIRE.member("status");
    private static final Member<TerminalPaymentType> TYPE = WIRE.member("type");
    private static final Member<String> DEVICE_ID = WIRE.member("device_id");

    private TerminalPaymentQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static TerminalPaymentQuery any() {
        return new TerminalPaymentQuery(Members.NONE);
    }

    /** The same with invoiceId: uuid. */
    public TerminalPaymentQuery withInvoiceId(String value) {
        return new TerminalPaymentQuery(members.with(INVOICE_ID, value));
    }

    /** The same with status: only these. */
    public TerminalPaymentQuery withStatus(TerminalPaymentStatus value) {
        return new TerminalPaymentQuery(members.with(STATUS, value));
    }

    /** The same with type: only these. */
    public TerminalPaymentQuery withType(TerminalPaymentType value) {
        return new TerminalPaymentQuery(members.with(TYPE, value));
    }

    /** The same with deviceId: uuid. */
    public TerminalPaymentQuery withDeviceId(String value) {
        return new TerminalPaymentQuery(members.with(DEVICE_ID, value));
    }
}
