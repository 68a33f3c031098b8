package io.keentill.sandbox.hooks;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import tools.jackson.databind.node.ObjectNode;

/** The objects that test events are about: made up, with the fields that such events have (API reference F). */
final class Samples {
    private static final long AMOUNT = 2499;

    private Samples() {}

    /** An object for an event of {@code type}, such as a payment for {@code payment.succeeded}. */
    static ObjectNode of(Work work, String type) {
        String group = type.substring(0, type.lastIndexOf('.'));
        String what = type.substring(group.length() + 1);
        ObjectNode object = work.draft(group.replace("checkout.session", "checkout_session"));
        return switch (group) {
            case "customer" ->
                object.put("email", "sample@example.com")
                        .put("name", "Sample customer")
                        .putNull("phone");
            case "invoice" -> invoice(work, object, what);
            case "order" -> order(work, object, what);
            case "subscription" -> subscription(work, object, what);
            case "checkout.session" ->
                object.put("customer_id", id(work))
                        .putNull("payment_id")
                        .putNull("invoice_id")
                        .put("amount_total", AMOUNT)
                        .put("currency", "usd")
                        .put("status", what)
                        .put("success_url", "https://example.com/done");
            case "payment_method" -> object.put("customer_id", id(work)).put("type", "card");
            default -> money(work, object, group, what);
        };
    }

    private static ObjectNode money(Work work, ObjectNode object, String group, String what) {
        object.put("amount", AMOUNT).put("currency", "usd").put("status", what);
        if (group.equals("payment") || group.equals("payment_intent")) {
            object.put("customer_id", id(work)).putNull("invoice_id");
        } else {
            object.put("payment_id", id(work)).put("reason", "requested_by_customer");
        }
        if (what.endsWith("failed")) {
            object.put("failure_code", "insufficient_funds").put("failure_message", "The card was declined.");
        }
        return object;
    }

    private static ObjectNode invoice(Work work, ObjectNode object, String what) {
        object.put("customer_id", id(work)).put("invoice_number", "INV-0001");
        object.put("total_minor", AMOUNT).put("currency", "usd").put("status", what);
        return object.put("due_date", work.nowText());
    }

    private static ObjectNode order(Work work, ObjectNode object, String what) {
        object.put("customer_id", id(work)).putNull("invoice_id").put("status", what);
        object.putArray("items")
                .add(Json.object()
                        .put("product_id", id(work))
                        .put("quantity", 1)
                        .put("unit_amount", AMOUNT));
        return object;
    }

    private static ObjectNode subscription(Work work, ObjectNode object, String what) {
        object.put("customer_id", id(work)).put("status", what);
        object.put("current_period_start", work.nowText()).put("current_period_end", work.nowText());
        object.putArray("items");
        return object;
    }

    private static String id(Work work) {
        return work.ids().uuid();
    }
}
