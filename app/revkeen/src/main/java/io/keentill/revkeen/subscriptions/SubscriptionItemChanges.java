package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code PATCH /subscriptions/{subscriptionId}/items/{itemId}}: only what is set changes. */
public final class SubscriptionItemChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> QUANTITY = WIRE.member("quantity");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<Long> UNIT_AMOUNT_MINOR = WIRE.member("unit_amount_minor");
    private static final Member<ItemFulfillment> FULFILLMENT_TYPE = WIRE.member("fulfillment_type");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private SubscriptionItemChanges(Members members) {
        super(members);
    }

    /** No change yet. */
    public static SubscriptionItemChanges none() {
        return new SubscriptionItemChanges(Members.NONE);
    }

    /** The same with quantity: 1 or more. */
    public SubscriptionItemChanges withQuantity(Long value) {
        return new SubscriptionItemChanges(members.with(QUANTITY, value));
    }

    /** The same with description: up to 500 characters. */
    public SubscriptionItemChanges withDescription(String value) {
        return new SubscriptionItemChanges(members.with(DESCRIPTION, value));
    }

    /** The same with unitAmountMinor: minor units, 0 or more. */
    public SubscriptionItemChanges withUnitAmountMinor(Long value) {
        return new SubscriptionItemChanges(members.with(UNIT_AMOUNT_MINOR, value));
    }

    /** The same with fulfillmentType: whether renewals make orders. */
    public SubscriptionItemChanges withFulfillmentType(ItemFulfillment value) {
        return new SubscriptionItemChanges(members.with(FULFILLMENT_TYPE, value));
    }

    /** The same with metadata: free. */
    public SubscriptionItemChanges withMetadata(Map<String, Object> value) {
        return new SubscriptionItemChanges(members.with(METADATA, value));
    }
}
