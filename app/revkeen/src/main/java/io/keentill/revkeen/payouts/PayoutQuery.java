package io.keentill.revkeen.payouts;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /payouts}. */
public final class PayoutQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<PayoutStatus> STATUS = WIRE.member("status");
    private static final Member<String> GATEWAY = WIRE.member("gateway");
    private static final Member<Instant> CREATED_AFTER = WIRE.member("created_after");
    private static final Member<Instant> CREATED_BEFORE = WIRE.member("created_before");

    private PayoutQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static PayoutQuery any() {
        return new PayoutQuery(Members.NONE);
    }

    /** The same with status: only these. */
    public PayoutQuery withStatus(PayoutStatus value) {
        return new PayoutQuery(members.with(STATUS, value));
    }

    /** The same with gateway: only of this one. */
    public PayoutQuery withGateway(String value) {
        return new PayoutQuery(members.with(GATEWAY, value));
    }

    /** The same with createdAfter: from then on. */
    public PayoutQuery withCreatedAfter(Instant value) {
        return new PayoutQuery(members.with(CREATED_AFTER, value));
    }

    /** The same with createdBefore: up to then. */
    public PayoutQuery withCreatedBefore(Instant value) {
        return new PayoutQuery(members.with(CREATED_BEFORE, value));
    }
}
