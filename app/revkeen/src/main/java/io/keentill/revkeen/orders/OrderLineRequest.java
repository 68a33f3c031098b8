package io.keentill.revkeen.orders;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** A line to order. The API takes no discount and no tax here: the price is what is asked. */
public final class OrderLineRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> DESCRIPTION = WIRE.member("description");
    private static final Member<Long> QUANTITY = WIRE.member("quantity");
    private static final Member<Long> UNIT_PRICE = WIRE.member("unit_price");
    private static final Member<String> PRODUCT_ID = WIRE.member("product_id");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private OrderLineRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param description 1 to 500 characters
     * @param quantity 1 or more
     * @param unitPrice minor units, 0 or more
     */
    public static OrderLineRequest of(String description, long quantity, long unitPrice) {
        return new OrderLineRequest(Members.NONE
                .with(DESCRIPTION, description)
                .with(QUANTITY, quantity)
                .with(UNIT_PRICE, unitPrice));
    }

    /** The same with productId: uuid of a product. */
    public OrderLineRequest withProductId(String value) {
        return new OrderLineRequest(members.with(PRODUCT_ID, value));
    }

    /** The same with metadata: free. */
    public OrderLineRequest withMetadata(Map<String, Object> value) {
        return new OrderLineRequest(members.with(METADATA, value));
    }

    /** 1 to 500 characters. */
    public String description() {
        return members.need(DESCRIPTION);
    }

    /** 1 or more. */
    public long quantity() {
        return members.need(QUANTITY);
    }

    /** Minor units, 0 or more. */
    public long unitPrice() {
        return members.need(UNIT_PRICE);
    }
}
