package io.keentill.revkeen.orders;

import static java.util.Objects.requireNonNullElse;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Body of {@code POST /orders}. */
public final class OrderRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<List<OrderLineRequest>> LINE_ITEMS = WIRE.member("line_items");
    private static final Member<String> CUSTOMER_ID = WIRE.member("customer_id");
    private static final Member<BillingType> BILLING_TYPE = WIRE.member("billing_type");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<String> NOTES = WIRE.member("notes");
    private static final Member<Instant> EXPIRES_AT = WIRE.member("expires_at");
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<String> SUBSCRIPTION_ID = WIRE.member("subscription_id");

    private OrderRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param currency ISO 4217
     * @param lineItems at least one
     */
    public static OrderRequest of(String currency, List<OrderLineRequest> lineItems) {
        return new OrderRequest(Members.NONE.with(CURRENCY, currency).with(LINE_ITEMS, lineItems));
    }

    /** The same with customerId: uuid; without it a guest. */
    public OrderRequest withCustomerId(String value) {
        return new OrderRequest(members.with(CUSTOMER_ID, value));
    }

    /** The same with billingType: one_time unless said. */
    public OrderRequest withBillingType(BillingType value) {
        return new OrderRequest(members.with(BILLING_TYPE, value));
    }

    /** The same with metadata: free. */
    public OrderRequest withMetadata(Map<String, Object> value) {
        return new OrderRequest(members.with(METADATA, value));
    }

    /** The same with notes: up to 1000 characters. */
    public OrderRequest withNotes(String value) {
        return new OrderRequest(members.with(NOTES, value));
    }

    /** The same with expiresAt: when an unpaid order lapses. */
    public OrderRequest withExpiresAt(Instant value) {
        return new OrderRequest(members.with(EXPIRES_AT, value));
    }

    /** The same with invoiceId: uuid. */
    public OrderRequest withInvoiceId(String value) {
        return new OrderRequest(members.with(INVOICE_ID, value));
    }

    /** The same with subscriptionId: uuid. */
    public OrderRequest withSubscriptionId(String value) {
        return new OrderRequest(members.with(SUBSCRIPTION_ID, value));
    }

    /** At least one. */
    public List<OrderLineRequest> lineItems() {
        return members.need(LINE_ITEMS);
    }

    /** Free. */
    public Map<String, Object> metadata() {
        return requireNonNullElse(members.get(METADATA), Map.of());
    }
}
