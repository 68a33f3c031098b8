package io.keentill.sandbox.online;

import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Pricing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One line of a payment link: of a stored price, or of one made for it ("ad hoc"). */
final class LinkLine {
    private LinkLine() {}

    static ObjectNode of(Work work, ObjectNode item) {
        ObjectNode data = item.get("price_data") instanceof ObjectNode sent ? sent : null;
        if (item.has("price") == (data != null)) {
            throw Refusal.invalid("line_items", "Each line has either a price or price_data.");
        }
        return data == null ? stored(work, item) : made(work, item, data);
    }

    private static ObjectNode stored(Work work, ObjectNode item) {
        String id = Json.need(item, "price");
        ObjectNode price = work.find(Pricing.PRICE, id);
        if (price == null) {
            throw Refusal.invalid("line_items", "No such price: " + id + ".");
        }
        String product = Json.text(price, "product_id");
        ObjectNode line = line(item, product, id, false);
        ObjectNode details = details(line, work, product, null);
        Json.copy(price, details, "unit_amount", "currency");
        if ("recurring".equals(Json.text(price, "type"))) {
            ObjectNode recurring = details.putObject("recurring");
            Json.copy(price, recurring, "interval", "interval_count");
        } else {
            details.putNull("recurring");
        }
        return line;
    }

    private static ObjectNode made(Work work, ObjectNode item, ObjectNode data) {
        String product = Json.text(data, "product");
        ObjectNode goods = data.get("product_data") instanceof ObjectNode sent ? sent : null;
        if ((product == null) == (goods == null)) {
            throw Refusal.invalid("line_items", "price_data has either a product or product_data.");
        }
        ObjectNode line = line(item, product, null, true);
        ObjectNode details = details(line, work, product, goods);
        Json.copy(data, details, "unit_amount", "currency", "recurring");
        return line;
    }

    private static ObjectNode line(ObjectNode item, @Nullable String product, @Nullable String price, boolean adHoc) {
        ObjectNode line = Json.object().put("product_id", product).put("price_id", price);
        Json.copy(item, line, "quantity", "merchant_reference");
        return line.put("is_adhoc", adHoc);
    }

    private static ObjectNode details(
            ObjectNode line, Work work, @Nullable String product, @Nullable ObjectNode goods) {
        ObjectNode named =
                goods != null ? goods : product == null ? Json.object() : NewLink.product(work, product, "line_items");
        ObjectNode details = line.putObject("product_details");
        Json.copy(named, details, "name", "description");
        return details;
    }
}
