package io.keentill.sandbox.recurring;

import io.keentill.sandbox.data.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of a subscription's invoice.
 *
 * @param description for people
 * @param productId null for none
 * @param quantity how many units
 * @param amount minor units for all of them; negative for a credit
 */
record Line(String description, @Nullable String productId, BigDecimal quantity, long amount) {
    static Line of(String description, @Nullable String productId, long quantity, long amount) {
        return new Line(description, productId, BigDecimal.valueOf(quantity), amount);
    }

    ObjectNode json() {
        ObjectNode line = Json.object().put("description", description).put("product_id", productId);
        Numbers.put(line, "quantity", quantity);
        return line.put("amount_minor", amount);
    }

    static Line read(JsonNode line) {
        return new Line(
                Json.need(line, "description"),
                Json.text(line, "product_id"),
                line.get("quantity").decimalValue(),
                Json.whole(line, "amount_minor"));
    }
}
