package io.keentill.revkeen.paymentattempts;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /payment-attempts}, but the one for a subscription. */
public final class PaymentAttemptQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> GATEWAY = WIRE.member("gateway");
    private static final Member<String> CATEGORY = WIRE.member("category");
    private static final Member<Instant> START_DATE = WIRE.member("start_date");
    private static final Member<Instant> END_DATE = WIRE.member("end_date");

    private PaymentAttemptQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static PaymentAttemptQuery any() {
        return new PaymentAttemptQuery(Members.NONE);
    }

    /** The same with gateway: only of this one. */
    public PaymentAttemptQuery withGateway(String value) {
        return new PaymentAttemptQuery(members.with(GATEWAY, value));
    }

    /** The same with category: only these. */
    public PaymentAttemptQuery withCategory(String value) {
        return new PaymentAttemptQuery(members.with(CATEGORY, value));
    }

    /** The same with startDate: from then on. */
    public PaymentAttemptQuery withStartDate(Instant value) {
        return new PaymentAttemptQuery(members.with(START_DATE, value));
    }

    /** The same with endDate: up to then. */
    public PaymentAttemptQuery withEndDate(Instant value) {
        return new PaymentAttemptQuery(members.with(END_DATE, value));
    }
}
