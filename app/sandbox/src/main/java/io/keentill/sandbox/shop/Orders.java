package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.objects;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.texts;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders (API reference B.1, C.1). */
public final class Orders {
    /** The kind of stored orders. */
    public static final String ORDER = "order";

    private static final Shape LINE = Shape.of(
            uuid("product_id"),
            text("description", 500).must(),
            whole("quantity", 1, Integer.MAX_VALUE).or(1),
            whole("unit_price", 0, Integer.MAX_VALUE).must(),
            map("metadata"));

    private static final Shape NEW_ORDER = Shape.of(
            objects("line_items", 1, 1000, LINE).must(),
            uuid("customer_id").orNull(),
            currency("currency").or("usd"),
            choice("billing_type", "one_time", "recurring").or("one_time"),
            map("metadata"),
            text("notes", 1000).orNull(),
            time("expires_at"),
            uuid("invoice_id"),
            uuid("subscription_id"));

    private static final Set<String> UNPAID = Set.of("draft", "pending");

    private static final Shape FULFILL = Shape.of(
            text("tracking_number", 100),
            text("carrier", 50),
            texts("line_item_ids", 1000),
            flag("notify_customer").or(true));

    private Orders() {}

    /** Orders: create, list, read, change, pay, cancel, fulfil. */
    public static Resource orders() {
        Resource orders = Resource.of(ORDER, "/orders")
                .scopes("orders")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE)
                .events("order")
                .create(NEW_ORDER, (call, input) -> order(call.work(), input))
                .list(
                        Paging.P1,
                        Filter.equal("customer_id"),
                        Filter.choice(
                                "status",
                                "draft",
                                "pending",
                                "paid",
                                "partially_paid",
                                "refunded",
                                "canceled",
                                "fulfilled"),
                        Filter.choice("billing_type", "one_time", "recurring"),
                        Filter.createdFrom(),
                        Filter.createdTo())
                .read()
                .update(NEW_ORDER.change("customer_id", "metadata", "notes"), Orders::change)
                .action("cancel", Shape.of(text("reason", 500)), Orders::cancel)
                .action("fulfill", FULFILL, Orders::fulfill);
        return orders.endpoint("POST", "/orders/{id}/pay", OrderPayment.INPUT, call -> OrderPayment.pay(call, orders));
    }

    /** Orders, and the clock over those that expire. */
    public static Group group() {
        return new Group() {
            @Override
            public List<Resource> resources() {
                return List.of(orders());
            }

            @Override
            public void tick(Work work) {
                expire(work);
            }

            @Override
            public List<Endpoint> controls() {
                return List.of(Controls.control("POST", "/orders/{id}/make-payable", Shape.EMPTY, Orders::makePayable));
            }
        };
    }

    /** From draft to pending, which no operation of the API does (C.1). */
    private static Reply makePayable(Call call) {
        ObjectNode order = orders().found(call);
        String status = Json.need(order, "status");
        if (!status.equals("draft")) {
            throw Refusal.notNow("Only a draft is made payable; this order is " + status + ".");
        }
        call.work().save(ORDER, order.put("status", "pending"));
        EventLog.write(call.work(), "order.updated", order, Json.object().put("status", status));
        return Reply.of(200, Resource.visible(order));
    }

    /** Cancels what has expired unpaid (C.1, inferred). */
    private static void expire(Work work) {
        for (ObjectNode order :
                Query.of(ORDER).expired(work.now().toEpochMilli()).all(work.tx())) {
            String status = Json.need(order, "status");
            order.remove("_expires");
            if (UNPAID.contains(status)) {
                order.put("status", "canceled").put("canceled_at", work.nowText());
                EventLog.write(work, "order.canceled", order, Json.object().put("status", status));
            }
            work.save(ORDER, order);
        }
    }

    /** A new order, not yet stored; {@code input} has been checked. */
    public static ObjectNode order(Work work, ObjectNode input) {
        Common.named(work, Customers.CUSTOMER, input, "customer_id");
        ObjectNode invoice = Common.named(work, Invoices.INVOICE, input, "invoice_id");
        ObjectNode order = work.draft("order");
        order.put("public_id", String.format("ord_%06d", work.tx().next("order")));
        Json.copy(input, order, "customer_id");
        order.put("status", "draft");
        Json.copy(input, order, "billing_type");
        order.put("fulfillment_status", "unfulfilled");
        Json.copy(input, order, "currency");
        ArrayNode lines = lines(work, (ArrayNode) input.get("line_items"));
        totals(order, lines);
        order.set("line_items", lines);
        Json.copy(input, order, "notes", "invoice_id", "subscription_id");
        Common.finish(work, order, input);
        order.putNull("paid_at").putNull("canceled_at").putNull("fulfilled_at");
        Json.copy(input, order, "expires_at");
        if (Json.has(order, "expires_at")) {
            order.put("_expires", Common.moment(Json.need(order, "expires_at")).toEpochMilli());
        }
        if (invoice != null) {
            Books.follow(work, order, invoice);
        }
        return order;
    }

    private static ArrayNode lines(Work work, ArrayNode input) {
        ArrayNode lines = Json.array();
        for (JsonNode item : input) {
            ObjectNode wanted = (ObjectNode) item;
            ObjectNode line = Json.object().put("id", work.ids().uuid());
            Json.copy(wanted, line, "product_id", "description", "quantity", "unit_price");
            long subtotal = times(Json.whole(wanted, "unit_price"), Json.whole(wanted, "quantity"));
            line.put("subtotal", subtotal).put("discount", 0).put("tax", 0).put("total", subtotal);
            line.set("metadata", wanted.has("metadata") ? wanted.get("metadata") : Json.object());
            lines.add(line.put("position", lines.size()));
        }
        return lines;
    }

    private static long times(long price, long quantity) {
        try {
            return Math.multiplyExact(price, quantity);
        } catch (ArithmeticException tooMuch) {
            throw Refusal.invalid("line_items", "A line's total is out of range.");
        }
    }

    private static void totals(ObjectNode order, ArrayNode lines) {
        long total = 0;
        for (JsonNode line : lines) {
            total = Math.addExact(total, Json.whole(line, "total"));
        }
        order.put("subtotal", total).put("discount", 0).put("tax", 0).put("total", total);
        order.put("amount_paid", 0).put("amount_refunded", 0).put("amount_due", total);
    }

    private static void change(Call call, ObjectNode order, ObjectNode input) {
        if ("fulfilled".equals(Json.text(order, "fulfillment_status"))) {
            throw Refusal.notNow("A fulfilled order cannot be changed.");
        }
        Common.named(call.work(), Customers.CUSTOMER, input, "customer_id");
        Common.merge(order, input);
    }

    private static void cancel(Call call, ObjectNode order, ObjectNode input) {
        String status = Json.need(order, "status");
        if (!UNPAID.contains(status)) {
            throw Refusal.notNow("An order that is " + status + " cannot be canceled.");
        }
        order.put("status", "canceled").put("canceled_at", call.work().nowText());
        order.put("_cancel_reason", Json.text(input, "reason"));
        EventLog.write(call.work(), "order.canceled", order, Json.object().put("status", status));
    }

    private static void fulfill(Call call, ObjectNode order, ObjectNode input) {
        String status = Json.need(order, "status");
        if (!status.equals("paid")) {
            throw Refusal.notNow("Only a paid order can be fulfilled; this one is " + status + ".");
        }
        Set<String> all = new HashSet<>();
        order.get("line_items").forEach(line -> all.add(Json.need(line, "id")));
        Set<String> done = new HashSet<>();
        order.path("_fulfilled").forEach(id -> done.add(id.stringValue()));
        JsonNode wanted = input.get("line_item_ids");
        if (wanted == null) {
            done.addAll(all);
        } else {
            wanted.forEach(id -> done.add(lineOf(all, id.stringValue())));
        }
        ArrayNode kept = order.putArray("_fulfilled");
        done.forEach(kept::add);
        boolean whole = done.containsAll(all);
        order.put("fulfillment_status", whole ? "fulfilled" : "partial");
        if (whole) {
            order.put("status", "fulfilled").put("fulfilled_at", call.work().nowText());
        }
        EventLog.write(call.work(), whole ? "order.fulfilled" : "order.partially_fulfilled", order);
    }

    private static String lineOf(Set<String> all, String id) {
        if (!all.contains(id)) {
            throw Refusal.invalid("line_item_ids", "This order has no line " + id + ".");
        }
        return id;
    }
}
