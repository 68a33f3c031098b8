package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** What {@code GET /usage-events/aggregate/{meterId}} adds up. */
public final class UsageAggregateQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Instant> START_TIME = WIRE.member("start_time");
    private static final Member<Instant> END_TIME = WIRE.member("end_time");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<String> EXTERNAL_CUSTOMER_ID = WIRE.member("external_customer_id");
    private static final Member<String> SUBSCRIPTION_ID = WIRE.member("subscription_id");

    private UsageAggregateQuery(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param startTime from then on
     * @param endTime up to then
     */
    public static UsageAggregateQuery of(Instant startTime, Instant endTime) {
        return new UsageAggregateQuery(Members.NONE.with(START_TIME, startTime).with(END_TIME, endTime));
    }

    /** The same with customerId: uuid. */
    public UsageAggregateQuery withCustomerId(String value) {
        return new UsageAggregateQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with externalCustomerId: the customer in another system. */
    public UsageAggregateQuery withExternalCustomerId(String value) {
        return new UsageAggregateQuery(members.with(EXTERNAL_CUSTOMER_ID, value));
    }

    /** The same with subscriptionId: uuid. */
    public UsageAggregateQuery withSubscriptionId(String value) {
        return new UsageAggregateQuery(members.with(SUBSCRIPTION_ID, value));
    }
}
