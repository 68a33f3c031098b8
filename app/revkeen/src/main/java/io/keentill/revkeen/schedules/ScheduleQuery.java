package io.keentill.revkeen.schedules;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /subscription-schedules}. */
public final class ScheduleQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER = WIRE.member("customer");
    private static final Member<String> SUBSCRIPTION = WIRE.member("subscription");
    private static final Member<ScheduleStatus> STATUS = WIRE.member("status");
    private static final Member<Instant> SCHEDULED_GTE = WIRE.member("scheduled_gte");
    private static final Member<Instant> SCHEDULED_LTE = WIRE.member("scheduled_lte");

    private ScheduleQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static ScheduleQuery any() {
        return new ScheduleQuery(Members.NONE);
    }

    /** The same with customer: uuid. */
    public ScheduleQuery withCustomer(String value) {
        return new ScheduleQuery(members.with(CUSTOMER, value));
    }

    /** The same with subscription: uuid. */
    public ScheduleQuery withSubscription(String value) {
        return new ScheduleQuery(members.with(SUBSCRIPTION, value));
    }

    /** The same with status: only these. */
    public ScheduleQuery withStatus(ScheduleStatus value) {
        return new ScheduleQuery(members.with(STATUS, value));
    }

    /** The same with scheduledGte: from this second on. */
    public ScheduleQuery withScheduledGte(Instant value) {
        return new ScheduleQuery(members.with(SCHEDULED_GTE, value));
    }

    /** The same with scheduledLte: up to this second. */
    public ScheduleQuery withScheduledLte(Instant value) {
        return new ScheduleQuery(members.with(SCHEDULED_LTE, value));
    }
}
