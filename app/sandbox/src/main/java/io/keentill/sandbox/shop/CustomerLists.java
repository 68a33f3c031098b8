package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What belongs to one customer, in the short forms of its sub-lists (API reference B.8, envelope P3).
 *
 * @param path below the customer's own
 * @param kind of the stored objects
 * @param owner the field that names their customer
 * @param statuses the words of the status filter, each with the stored ones that it means; none for no filter
 * @param view the short form
 */
record CustomerLists(
        String path, String kind, String owner, Map<String, List<String>> statuses, UnaryOperator<ObjectNode> view) {

    /** All of them. What is captured keeps that name in the list of payments while only some of it went back. */
    static final List<CustomerLists> ALL = List.of(
            new CustomerLists("/invoices", Invoices.INVOICE, "customer_uuid", Map.of(), CustomerLists::invoice),
            new CustomerLists(
                    "/subscriptions",
                    "subscription",
                    "customer_id",
                    same("active", "canceled", "past_due", "trialing", "paused"),
                    CustomerLists::subscription),
            new CustomerLists(
                    "/orders",
                    Orders.ORDER,
                    "customer_id",
                    same("pending", "paid", "fulfilled", "canceled"),
                    CustomerLists::order),
            new CustomerLists(
                    "/payments",
                    Books.PAYMENT,
                    "customer_id",
                    Map.of(
                            "pending", List.of("pending"),
                            "authorized", List.of("authorized"),
                            "captured", List.of("captured", "succeeded", "partially_refunded"),
                            "failed", List.of("failed"),
                            "voided", List.of("voided"),
                            "refunded", List.of("refunded")),
                    CustomerLists::payment));

    /** The asked page. */
    Reply page(Call call, ObjectNode customer) {
        Query query = Query.of(kind).where(owner, Json.need(customer, "id"));
        String status = statuses.isEmpty() ? null : call.param("status");
        if (status != null) {
            List<String> stored = statuses.get(status);
            if (stored == null) {
                throw Refusal.invalid("status", "status must be one of " + String.join(", ", sorted()) + ".");
            }
            query.whereIn("status", stored.toArray(String[]::new));
        }
        ObjectNode body = Paging.P3.answer(call, query, path);
        ArrayNode data = (ArrayNode) body.get("data");
        for (int i = 0; i < data.size(); i++) {
            data.set(i, view.apply((ObjectNode) data.get(i)));
        }
        return Reply.of(200, body);
    }

    private List<String> sorted() {
        return statuses.keySet().stream().sorted().toList();
    }

    private static Map<String, List<String>> same(String... words) {
        return Arrays.stream(words).collect(Collectors.toUnmodifiableMap(word -> word, List::of));
    }

    private static ObjectNode invoice(ObjectNode from) {
        ObjectNode view = Json.object().put("id", Json.need(from, "id"));
        view.put("customer_id", Json.text(from, "customer_uuid"));
        Json.copy(from, view, "invoice_number", "status", "total_minor", "currency", "due_date");
        Json.copy(from, view, "created_at", "updated_at");
        return view;
    }

    private static ObjectNode subscription(ObjectNode from) {
        ObjectNode view = Json.object();
        Json.copy(from, view, "id", "customer_id", "price_id", "status", "current_period_start", "current_period_end");
        view.put("cancel_at_period_end", Json.yes(from, "cancel_at_period_end"));
        Json.copy(from, view, "canceled_at", "trial_end", "created_at", "updated_at");
        return view;
    }

    private static ObjectNode order(ObjectNode from) {
        ObjectNode view = Json.object();
        Json.copy(from, view, "id", "public_id", "customer_id", "status");
        view.put("total_minor", Json.whole(from, "total"));
        Json.copy(from, view, "currency", "fulfilled_at", "canceled_at", "created_at", "updated_at");
        return view;
    }

    private static ObjectNode payment(ObjectNode from) {
        ObjectNode view = Json.object();
        Json.copy(from, view, "id", "customer_id");
        view.put("amount_minor", Json.whole(from, "amount"));
        Json.copy(from, view, "currency");
        String status = Json.need(from, "status");
        boolean taken = status.equals("succeeded") || status.equals("partially_refunded");
        view.put("status", taken ? "captured" : status);
        Json.copy(from, view, "payment_method_type", "gateway_transaction_id", "created_at", "updated_at");
        return view;
    }
}
