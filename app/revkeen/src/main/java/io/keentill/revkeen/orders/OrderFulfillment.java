package io.keentill.revkeen.orders;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.List;

/** Body of {@code POST /orders/{id}/fulfill}. */
public final class OrderFulfillment extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> TRACKING_NUMBER = WIRE.member("tracking_number");
    private static final Member<String> CARRIER = WIRE.member("carrier");
    private static final Member<List<String>> LINE_ITEM_IDS = WIRE.member("line_item_ids");
    private static final Member<Boolean> NOTIFY_CUSTOMER = WIRE.member("notify_customer");

    private OrderFulfillment(Members members) {
        super(members);
    }

    /** All lines; the customer is told. */
    public static OrderFulfillment whole() {
        return new OrderFulfillment(Members.NONE);
    }

    /** The same with trackingNumber: up to 100 characters. */
    public OrderFulfillment withTrackingNumber(String value) {
        return new OrderFulfillment(members.with(TRACKING_NUMBER, value));
    }

    /** The same with carrier: up to 50 characters. */
    public OrderFulfillment withCarrier(String value) {
        return new OrderFulfillment(members.with(CARRIER, value));
    }

    /** The same with lineItemIds: only these lines, by their ids. */
    public OrderFulfillment withLineItemIds(List<String> value) {
        return new OrderFulfillment(members.with(LINE_ITEM_IDS, value));
    }

    /** The same with notifyCustomer: true unless said. */
    public OrderFulfillment withNotifyCustomer(Boolean value) {
        return new OrderFulfillment(members.with(NOTIFY_CUSTOMER, value));
    }
}
