package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /subscriptions/{subscriptionId}/items}. */
public final class SubscriptionItemRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Long> UNIT_AMOUNT_MINOR = WIRE.member("unit_amount_minor");
    private static final Member<String> PRODUCT_ID = WIRE.member("product_id");
    private static final Member<String> PRICE_ID = WIRE.member("price_id");
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<Long> QUANTITY = WIRE.member("quantity");
    private static final Member<ItemFulfillment> FULFILLMENT_TYPE = WIRE.member("fulfillment_type");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private SubscriptionItemRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param currency ISO 4217
     * @param unitAmountMinor minor units, 0 or more
     */
    public static SubscriptionItemRequest of(String currency, long unitAmountMinor) {
        return new SubscriptionItemRequest(
                Members.NONE.with(CURRENCY, currency).with(UNIT_AMOUNT_MINOR, unitAmountMinor));
    }

    /** The same with productId: uuid. */
    public SubscriptionItemRequest withProductId(String value) {
        return new SubscriptionItemRequest(members.with(PRODUCT_ID, value));
    }

    /** The same with priceId: uuid. */
    public SubscriptionItemRequest withPriceId(String value) {
        return new SubscriptionItemRequest(members.with(PRICE_ID, value));
    }

    /** The same with description: up to 500 characters. */
    public SubscriptionItemRequest withDescription(String value) {
        return new SubscriptionItemRequest(members.with(DESCRIPTION, value));
    }

    /** The same with quantity: 1 or more, 1 unless said. */
    public SubscriptionItemRequest withQuantity(Long value) {
        return new SubscriptionItemRequest(members.with(QUANTITY, value));
    }

    /** The same with fulfillmentType: none unless said. */
    public SubscriptionItemRequest withFulfillmentType(ItemFulfillment value) {
        return new SubscriptionItemRequest(members.with(FULFILLMENT_TYPE, value));
    }

    /** The same with metadata: free. */
    public SubscriptionItemRequest withMetadata(Map<String, Object> value) {
        return new SubscriptionItemRequest(members.with(METADATA, value));
    }
}
