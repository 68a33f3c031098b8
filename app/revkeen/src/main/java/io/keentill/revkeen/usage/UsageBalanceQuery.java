package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /usage/balance}. */
public final class UsageBalanceQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> SUBSCRIPTION_ID = WIRE.member("subscription_id");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<String> EXTERNAL_CUSTOMER_ID = WIRE.member("external_customer_id");
    private static final Member<String> METER_ID = WIRE.member("meter_id");

    private UsageBalanceQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static UsageBalanceQuery any() {
        return new UsageBalanceQuery(Members.NONE);
    }

    /** The same with subscriptionId: uuid. */
    public UsageBalanceQuery withSubscriptionId(String value) {
        return new UsageBalanceQuery(members.with(SUBSCRIPTION_ID, value));
    }

    /** The same with customerId: uuid. */
    public UsageBalanceQuery withCustomerId(String value) {
        return new UsageBalanceQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with externalCustomerId: the customer in another system. */
    public UsageBalanceQuery withExternalCustomerId(String value) {
        return new UsageBalanceQuery(members.with(EXTERNAL_CUSTOMER_ID, value));
    }

    /** The same with meterId: uuid. */
    public UsageBalanceQuery withMeterId(String value) {
        return new UsageBalanceQuery(members.with(METER_ID, value));
    }
}
