package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /analytics/checkout/abandonment}. */
public final class AbandonmentQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<AbandonmentStatus> STATUS = WIRE.member("status");
    private static final Member<AbandonmentSeverity> SEVERITY = WIRE.member("severity");

    private AbandonmentQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static AbandonmentQuery any() {
        return new AbandonmentQuery(Members.NONE);
    }

    /** The same with status: only these. */
    public AbandonmentQuery withStatus(AbandonmentStatus value) {
        return new AbandonmentQuery(members.with(STATUS, value));
    }

    /** The same with severity: only these. */
    public AbandonmentQuery withSeverity(AbandonmentSeverity value) {
        return new AbandonmentQuery(members.with(SEVERITY, value));
    }
}
