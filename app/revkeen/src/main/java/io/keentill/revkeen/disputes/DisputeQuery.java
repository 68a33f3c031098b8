package io.keentill.revkeen.disputes;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /disputes}. */
public final class DisputeQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<DisputeStatus> STATUS = WIRE.member("status");
    private static final Member<DisputeResolution> RESOLUTION = WIRE.member("resolution");
    private static final Member<String> PAYMENT_ID = WIRE.member("payment_id");
    private static final Member<String> GATEWAY = WIRE.member("gateway");
    private static final Member<Instant> DISPUTED_AFTER = WIRE.member("disputed_after");
    private static final Member<Instant> DISPUTED_BEFORE = WIRE.member("disputed_before");
    private static final Member<Boolean> NEEDS_EVIDENCE = WIRE.member("needs_evidence");

    private DisputeQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static DisputeQuery any() {
        return new DisputeQuery(Members.NONE);
    }

    /** The same with status: only these. */
    public DisputeQuery withStatus(DisputeStatus value) {
        return new DisputeQuery(members.with(STATUS, value));
    }

    /** The same with resolution: only these. */
    public DisputeQuery withResolution(DisputeResolution value) {
        return new DisputeQuery(members.with(RESOLUTION, value));
    }

    /** The same with paymentId: uuid. */
    public DisputeQuery withPaymentId(String value) {
        return new DisputeQuery(members.with(PAYMENT_ID, value));
    }

    /** The same with gateway: only of this one. */
    public DisputeQuery withGateway(String value) {
        return new DisputeQuery(members.with(GATEWAY, value));
    }

    /** The same with disputedAfter: from then on. */
    public DisputeQuery withDisputedAfter(Instant value) {
        return new DisputeQuery(members.with(DISPUTED_AFTER, value));
    }

    /** The same with disputedBefore: up to then. */
    public DisputeQuery withDisputedBefore(Instant value) {
        return new DisputeQuery(members.with(DISPUTED_BEFORE, value));
    }

    /** The same with needsEvidence: whether evidence is still wanted. */
    public DisputeQuery withNeedsEvidence(Boolean value) {
        return new DisputeQuery(members.with(NEEDS_EVIDENCE, value));
    }
}
