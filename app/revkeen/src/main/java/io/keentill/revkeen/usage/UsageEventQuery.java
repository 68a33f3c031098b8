package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /usage-events}. */
public final class UsageEventQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> METER_ID = WIRE.member("meter_id");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<String> EXTERNAL_CUSTOMER_ID = WIRE.member("external_customer_id");
    private static final Member<String> SUBSCRIPTION_ID = WIRE.member("subscription_id");
    private static final Member<Instant> START_TIME = WIRE.member("start_time");
    private static final Member<Instant> END_TIME = WIRE.member("end_time");

    private UsageEventQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static UsageEventQuery any() {
        return new UsageEventQuery(Members.NONE);
    }

    /** The same with meterId: uuid. */
    public UsageEventQuery withMeterId(String value) {
        return new UsageEventQuery(members.with(METER_ID, value));
    }

    /** The same with customerId: uuid. */
    public UsageEventQuery withCustomerId(String value) {
        return new UsageEventQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with externalCustomerId: the customer in another system. */
    public UsageEventQuery withExternalCustomerId(String value) {
        return new UsageEventQuery(members.with(EXTERNAL_CUSTOMER_ID, value));
    }

    /** The same with subscriptionId: uuid. */
    public UsageEventQuery withSubscriptionId(String value) {
        return new UsageEventQuery(members.with(SUBSCRIPTION_ID, value));
    }

    /** The same with startTime: from then on. */
    public UsageEventQuery withStartTime(Instant value) {
        return new UsageEventQuery(members.with(START_TIME, value));
    }

    /** The same with endTime: up to then. */
    public UsageEventQuery withEndTime(Instant value) {
        return new UsageEventQuery(members.with(END_TIME, value));
    }
}
