package io.keentill.revkeen.schedules;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Body of {@code POST /subscription-schedules}; needs a customer or a subscription. */
public final class ScheduleRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<List<SchedulePhaseRequest>> PHASES = WIRE.member("phases");
    private static final Member<String> CUSTOMER = WIRE.member("customer");
    private static final Member<String> SUBSCRIPTION = WIRE.member("subscription");
    private static final Member<Instant> START_DATE = WIRE.member("start_date");
    private static final Member<ScheduleEnd> END_BEHAVIOR = WIRE.member("end_behavior");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private ScheduleRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param phases at least one
     */
    public static ScheduleRequest of(List<SchedulePhaseRequest> phases) {
        return new ScheduleRequest(Members.NONE.with(PHASES, phases));
    }

    /** The same with customer: uuid; needed without a subscription. */
    public ScheduleRequest withCustomer(String value) {
        return new ScheduleRequest(members.with(CUSTOMER, value));
    }

    /** The same with subscription: uuid of the one to change. */
    public ScheduleRequest withSubscription(String value) {
        return new ScheduleRequest(members.with(SUBSCRIPTION, value));
    }

    /** The same with startDate: when the first phase begins. */
    public ScheduleRequest withStartDate(Instant value) {
        return new ScheduleRequest(members.with(START_DATE, value));
    }

    /** The same with endBehavior: cancel unless said. */
    public ScheduleRequest withEndBehavior(ScheduleEnd value) {
        return new ScheduleRequest(members.with(END_BEHAVIOR, value));
    }

    /** The same with metadata: free. */
    public ScheduleRequest withMetadata(Map<String, Object> value) {
        return new ScheduleRequest(members.with(METADATA, value));
    }
}
