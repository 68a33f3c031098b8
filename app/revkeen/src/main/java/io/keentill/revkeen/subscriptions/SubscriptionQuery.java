package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /subscriptions}. */
public final class SubscriptionQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<SubscriptionStatus> STATUS = WIRE.member("status");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customerId");

    private SubscriptionQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static SubscriptionQuery any() {
        return new SubscriptionQuery(Members.NONE);
    }

    /** The same with status: only these. */
    public SubscriptionQuery withStatus(SubscriptionStatus value) {
        return new SubscriptionQuery(members.with(STATUS, value));
    }

    /** The same with customerId: uuid. */
    public SubscriptionQuery withCustomerId(String value) {
        return new SubscriptionQuery(members.with(CUSTOMER_ID, value));
    }
}
