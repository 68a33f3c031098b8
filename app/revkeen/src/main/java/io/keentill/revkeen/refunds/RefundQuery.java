package io.keentill.revkeen.refunds;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /refunds}. */
public final class RefundQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<RefundStatus> STATUS = WIRE.member("status");
    private static final Member<String> PAYMENT_ID = WIRE.member("payment_id");
    private static final Member<String> GATEWAY = WIRE.member("gateway");
    private static final Member<RefundReason> REASON = WIRE.member("reason");
    private static final Member<Instant> CREATED_AFTER = WIRE.member("created_after");
    private static final Member<Instant> CREATED_BEFORE = WIRE.member("created_before");

    private RefundQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static RefundQuery any() {
        return new RefundQuery(Members.NONE);
    }

    /** The same with status: only these. */
    public RefundQuery withStatus(RefundStatus value) {
        return new RefundQuery(members.with(STATUS, value));
    }

    /** The same with paymentId: uuid. */
    public RefundQuery withPaymentId(String value) {
        return new RefundQuery(members.with(PAYMENT_ID, value));
    }

    /** The same with gateway: only of this one. */
    public RefundQuery withGateway(String value) {
        return new RefundQuery(members.with(GATEWAY, value));
    }

    /** The same with reason: only these. */
    public RefundQuery withReason(RefundReason value) {
        return new RefundQuery(members.with(REASON, value));
    }

    /** The same with createdAfter: from then on. */
    public RefundQuery withCreatedAfter(Instant value) {
        return new RefundQuery(members.with(CREATED_AFTER, value));
    }

    /** The same with createdBefore: up to then. */
    public RefundQuery withCreatedBefore(Instant value) {
        return new RefundQuery(members.with(CREATED_BEFORE, value));
    }
}
