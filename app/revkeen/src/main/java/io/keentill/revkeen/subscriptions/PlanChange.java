package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Body of {@code POST /subscriptions/{id}/change-plan}, in camelCase. */
public final class PlanChange extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NEW_PLAN_ID = WIRE.member("newPlanId");
    private static final Member<ProrationBehavior> PRORATION_BEHAVIOR = WIRE.member("prorationBehavior");
    private static final Member<Instant> EFFECTIVE_DATE = WIRE.member("effectiveDate");
    private static final Member<String> REASON = WIRE.member("reason");

    private PlanChange(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param newPlanId uuid of the plan, product or price to change to
     */
    public static PlanChange of(String newPlanId) {
        return new PlanChange(Members.NONE.with(NEW_PLAN_ID, newPlanId));
    }

    /** The same with prorationBehavior: how the difference is charged. */
    public PlanChange withProrationBehavior(ProrationBehavior value) {
        return new PlanChange(members.with(PRORATION_BEHAVIOR, value));
    }

    /** The same with effectiveDate: now unless said. */
    public PlanChange withEffectiveDate(Instant value) {
        return new PlanChange(members.with(EFFECTIVE_DATE, value));
    }

    /** The same with reason: free. */
    public PlanChange withReason(String value) {
        return new PlanChange(members.with(REASON, value));
    }
}
