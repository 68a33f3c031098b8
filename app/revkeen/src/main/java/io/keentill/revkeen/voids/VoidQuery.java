package io.keentill.revkeen.voids;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /voids}. */
public final class VoidQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<VoidStatus> STATUS = WIRE.member("status");
    private static final Member<String> PAYMENT_ID = WIRE.member("payment_id");
    private static final Member<String> GATEWAY = WIRE.member("gateway");
    private static final Member<Instant> CREATED_AFTER = WIRE.member("created_after");
    private static final Member<Instant> CREATED_BEFORE = WIRE.member("created_before");

    private VoidQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static VoidQuery any() {
        return new VoidQuery(Members.NONE);
    }

    /** The same with status: only these. */
    public VoidQuery withStatus(VoidStatus value) {
        return new VoidQuery(members.with(STATUS, value));
    }

    /** The same with paymentId: uuid. */
    public VoidQuery withPaymentId(String value) {
        return new VoidQuery(members.with(PAYMENT_ID, value));
    }

    /** The same with gateway: only of this one. */
    public VoidQuery withGateway(String value) {
        return new VoidQuery(members.with(GATEWAY, value));
    }

    /** The same with createdAfter: from then on. */
    public VoidQuery withCreatedAfter(Instant value) {
        return new VoidQuery(members.with(CREATED_AFTER, value));
    }

    /** The same with createdBefore: up to then. */
    public VoidQuery withCreatedBefore(Instant value) {
        return new VoidQuery(members.with(CREATED_BEFORE, value));
    }
}
