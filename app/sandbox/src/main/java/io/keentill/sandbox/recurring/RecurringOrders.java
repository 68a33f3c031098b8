package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Orders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Renewals of what must be delivered make an order for it (API reference B.24: {@code fulfillment_type}). */
final class RecurringOrders {
    private RecurringOrders() {}

    /** Makes the order of a renewal on its invoice; nothing when no item is physical or digital. */
    static void make(Work work, ObjectNode subscription, @Nullable ObjectNode invoice) {
        ArrayNode lines = Json.array();
        for (ObjectNode item : SubscriptionItems.of(work, subscription)) {
            if (!"none".equals(Json.text(item, "fulfillment_type"))) {
                ObjectNode line = lines.addObject();
                String text = Json.text(item, "description");
                line.put("description", text == null ? "Subscription" : text);
                Json.copy(item, line, "product_id", "quantity");
                line.put("unit_price", Json.whole(item, "unit_amount_minor"));
            }
        }
        if (lines.isEmpty() || "paused".equals(Json.text(subscription, "status"))) {
            return;
        }
        ObjectNode input = Json.object().put("billing_type", "recurring");
        Json.copy(subscription, input, "customer_id", "currency");
        input.put("subscription_id", Json.need(subscription, "id"));
        input.put("invoice_id", invoice == null ? null : Json.need(invoice, "id"));
        input.set("line_items", lines);
        ObjectNode order = Orders.order(work, input);
        work.insert(Orders.ORDER, order);
        EventLog.write(work, "order.created", order);
    }
}
