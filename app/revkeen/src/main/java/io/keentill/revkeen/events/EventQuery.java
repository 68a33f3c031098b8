package io.keentill.revkeen.events;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /events}. */
public final class EventQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> TYPE = WIRE.member("type");
    private static final Member<String> TYPES = WIRE.member("types");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<String> SUBSCRIPTION_ID = WIRE.member("subscription_id");
    private static final Member<String> ORDER_ID = WIRE.member("order_id");
    private static final Member<Instant> CREATED_GTE = WIRE.member("created_gte");
    private static final Member<Instant> CREATED_LTE = WIRE.member("created_lte");

    private EventQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static EventQuery any() {
        return new EventQuery(Members.NONE);
    }

    /** The same with type: one type. */
    public EventQuery withType(String value) {
        return new EventQuery(members.with(TYPE, value));
    }

    /** The same with types: several, with commas. */
    public EventQuery withTypes(String value) {
        return new EventQuery(members.with(TYPES, value));
    }

    /** The same with customerId: uuid. */
    public EventQuery withCustomerId(String value) {
        return new EventQuery(members.with(CUSTOMER_ID, value));
    }

    /** The same with invoiceId: uuid. */
    public EventQuery withInvoiceId(String value) {
        return new EventQuery(members.with(INVOICE_ID, value));
    }

    /** The same with subscriptionId: uuid. */
    public EventQuery withSubscriptionId(String value) {
        return new EventQuery(members.with(SUBSCRIPTION_ID, value));
    }

    /** The same with orderId: uuid. */
    public EventQuery withOrderId(String value) {
        return new EventQuery(members.with(ORDER_ID, value));
    }

    /** The same with createdGte: from this second on. */
    public EventQuery withCreatedGte(Instant value) {
        return new EventQuery(members.with(CREATED_GTE, value));
    }

    /** The same with createdLte: up to this second. */
    public EventQuery withCreatedLte(Instant value) {
        return new EventQuery(members.with(CREATED_LTE, value));
    }
}
