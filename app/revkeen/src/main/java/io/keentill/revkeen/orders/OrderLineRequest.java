package io.keentill.revkeen.orders;

import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line to order. The API takes no discount and no tax here: the price is what is asked.
 *
 * @param description 1 to 500 characters
 * @param quantity 1 or more
 * @param unitPrice minor units, 0 or more
 * @param productId uuid of a product
 * @param metadata free
 */
public record OrderLineRequest(
        String description,
        long quantity,
        long unitPrice,
        @Nullable String productId,
        Map<String, Object> metadata) {

    /** Takes copies of the collections. */
    public OrderLineRequest {
        metadata = Json.freeze(metadata);
    }

    /** With what is required; everything else as the API defaults it. */
    public static OrderLineRequest of(String description, long quantity, long unitPrice) {
        return new OrderLineRequest(description, quantity, unitPrice, null, Map.of());
    }

    /** The same with productId: uuid of a product. */
    public OrderLineRequest withProductId(String value) {
        return new OrderLineRequest(description, quantity, unitPrice, value, metadata);
    }

    /** The same with metadata: free. */
    public OrderLineRequest withMetadata(Map<String, Object> value) {
        return new OrderLineRequest(description, quantity, unitPrice, productId, value);
    }

    Body body() {
        return new Body()
                .put("description", description)
                .put("quantity", quantity)
                .put("unit_price", unitPrice)
                .put("product_id", productId)
                .putMap("metadata", metadata);
    }
}
