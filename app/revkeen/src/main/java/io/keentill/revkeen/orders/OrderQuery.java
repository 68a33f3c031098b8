package io.keentill.revkeen.orders;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /orders}. */
public final class OrderQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<OrderStatus> STATUS = WIRE.member("status");
    private static final Member<BillingType> BILLING_TYPE = WIRE.member("billing_type");
    private static final Member<Instant> CREATED_GTE = WIRE.member("created_gte");
    private static final Member<Instant> CREATED_LTE = WIRE.member("created_lte");

    private OrderQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static OrderQuery any() {
        return new OrderQuery(Members.NONE);
    }

    /** The same with customerId: uuid. */
    public OrderQuery withCustomerId(String value) {
        return new OrderQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with status: only these. */
    public OrderQuery withStatus(OrderStatus value) {
        return new OrderQuery(members.with(STATUS, value));
    }

    /** The same with billingType: only these. */
    public OrderQuery withBillingType(BillingType value) {
        return new OrderQuery(members.with(BILLING_TYPE, value));
    }

    /** The same with createdGte: from this second on. */
    public OrderQuery withCreatedGte(Instant value) {
        return new OrderQuery(members.with(CREATED_GTE, value));
    }

    /** The same with createdLte: up to this second. */
    public OrderQuery withCreatedLte(Instant value) {
        return new OrderQuery(members.with(CREATED_LTE, value));
    }
}
