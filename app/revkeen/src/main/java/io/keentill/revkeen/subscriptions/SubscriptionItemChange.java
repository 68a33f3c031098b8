package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code PATCH /subscriptions/{subscriptionId}/items/{itemId}}: only what is set changes. */
public final class SubscriptionItemChange extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> QUANTITY = WIRE.member("quantity");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<Long> UNIT_AMOUNT_MINOR = WIRE.member("unit_amount_minor");
    private static final Member<ItemFulfillment> FULFILLMENT_TYPE = WIRE.member("fulfillment_type");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private SubscriptionItemChange(Members members) {
        super(members);
    }

    /** No change yet. */
    public static SubscriptionItemChange none() {
        return new SubscriptionItemChange(Members.NONE);
    }

    /** The same with quantity: 1 or more. */
    public SubscriptionItemChange withQuantity(Long value) {
        return new SubscriptionItemChange(members.with(QUANTITY, value));
    }

    /** The same with description: up to 500 characters. */
    public SubscriptionItemChange withDescription(String value) {
        return new SubscriptionItemChange(members.with(DESCRIPTION, value));
    }

    /** The same with unitAmountMinor: minor units, 0 or more. */
    public SubscriptionItemChange withUnitAmountMinor(Long value) {
        return new SubscriptionItemChange(members.with(UNIT_AMOUNT_MINOR, value));
    }

    /** The same with fulfillmentType: whether renewals make orders. */
    public SubscriptionItemChange withFulfillmentType(ItemFulfillment value) {
        return new SubscriptionItemChange(members.with(FULFILLMENT_TYPE, value));
    }

    /** The same with metadata: free. */
    public SubscriptionItemChange withMetadata(Map<String, Object> value) {
        return new SubscriptionItemChange(members.with(METADATA, value));
    }
}
