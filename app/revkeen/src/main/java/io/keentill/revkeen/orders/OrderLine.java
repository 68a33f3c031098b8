package io.keentill.revkeen.orders;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order as RevKeen computed it. Amounts in minor units of the order's currency.
 *
 * @param id uuid
 * @param productId null for a line without a product
 * @param description what was sold
 * @param quantity 1 or more
 * @param unitPrice of one piece
 * @param subtotal unit price times quantity
 * @param discount taken off
 * @param tax added
 * @param total subtotal less discount plus tax
 * @param position place in the order
 * @param metadata free
 * @param extra members of the reply not named here, under their names on the wire
 */
public record OrderLine(
        String id,
        @Nullable String productId,
        String description,
        long quantity,
        long unitPrice,
        long subtotal,
        long discount,
        long tax,
        long total,
        long position,
        Map<String, Object> metadata,
        Map<String, Object> extra) {

    static OrderLine read(Fields f) {
        return new OrderLine(
                f.needText("id"),
                f.text("product_id"),
                f.textOr("description", ""),
                f.needNumber("quantity"),
                f.needNumber("unit_price"),
                f.needNumber("subtotal"),
                f.numberOr("discount", 0),
                f.numberOr("tax", 0),
                f.needNumber("total"),
                f.numberOr("position", 0),
                f.map("metadata"),
                f.extra());
    }
}
