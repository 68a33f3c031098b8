package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /payment-links}. */
public final class PaymentLinkQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<PaymentLinkStatus> STATUS = WIRE.member("status");
    private static final Member<PaymentLinkMode> MODE = WIRE.member("mode");
    private static final Member<String> SEARCH = WIRE.member("search");

    private PaymentLinkQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static PaymentLinkQuery any() {
        return new PaymentLinkQuery(Members.NONE);
    }

    /** The same with status: only these. */
    public PaymentLinkQuery withStatus(PaymentLinkStatus value) {
        return new PaymentLinkQuery(members.with(STATUS, value));
    }

    /** The same with mode: only these. */
    public PaymentLinkQuery withMode(PaymentLinkMode value) {
        return new PaymentLinkQuery(members.with(MODE, value));
    }

    /** The same with search: in name and slug. */
    public PaymentLinkQuery withSearch(String value) {
        return new PaymentLinkQuery(members.with(SEARCH, value));
    }
}
