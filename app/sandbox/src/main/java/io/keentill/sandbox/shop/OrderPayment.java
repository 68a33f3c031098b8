package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.CardGateway;
import io.keentill.sandbox.money.CardGateway.Declined;
import io.keentill.sandbox.money.Movement;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /orders/{id}/pay} (API reference B.1, C.1): charges a stored method or a one-time token, on the order's
 * invoice, which is made when there is none.
 */
final class OrderPayment {
    static final Shape INPUT =
            Shape.of(Field.uuid("payment_method_id"), Field.text("payment_token", 500), Field.whole("amount", 1));

    private static final Set<String> PAYABLE = Set.of("draft", "pending", "partially_paid");
    private static final String GUEST = "guest@orders.invalid";

    private OrderPayment() {}

    /**
     * The paid order; refused with 400 when its state, its invoice, the amount or the method does not allow it. A decline
     * is a 400, too, but one that stays on record: its code is the decline's word.
     */
    static Reply pay(Call call, Resource orders) {
        Work work = call.work();
        ObjectNode order = orders.found(call);
        long amount = amount(order, call.input());
        if (amount == 0) {
            free(work, order);
            return orders.single(200, call, order);
        }
        ObjectNode linked = payableInvoice(work, order);
        if (linked != null && amount > Books.due(linked)) {
            throw Refusal.invalid("amount", "Only " + Books.due(linked) + " is due on the order's invoice.");
        }
        CardGateway.Card card = card(work, order, call.input());
        CardGateway.Verdict verdict = CardGateway.ask(work, card, false);
        ObjectNode invoice = linked == null ? invoiceFor(work, order) : linked;
        Movement moved = CardGateway.movement(card, verdict, amount, Json.need(invoice, "currency"));
        ObjectNode metadata = Json.object().put("order_id", Json.need(order, "id"));
        if (verdict instanceof CardGateway.Approved) {
            Books.record(work, moved, invoice, metadata);
            return orders.single(200, call, Objects.requireNonNull(work.find(Orders.ORDER, Json.need(order, "id"))));
        }
        // An order is charged while nobody is there to answer a challenge.
        Declined why = verdict instanceof Declined declined
                ? declined
                : new Declined("authentication_required", "The card's owner must confirm this payment.");
        Books.fail(work, moved, why, invoice, metadata);
        Refusal refusal = new Refusal(400, why.code(), why.message(), null);
        return Reply.of(400, ErrorShape.E1.body(refusal, call.requestId()));
    }

    private static long amount(ObjectNode order, ObjectNode input) {
        String status = Json.need(order, "status");
        if (!PAYABLE.contains(status)) {
            throw Refusal.notNow("An order that is " + status + " cannot be paid.");
        }
        long due = Json.whole(order, "amount_due");
        long amount = input.has("amount") ? Json.whole(input, "amount") : due;
        if (amount > due) {
            throw Refusal.invalid("amount", "Only " + due + " is due on this order, not " + amount + ".");
        }
        return amount;
    }

    /** Nothing to charge: an order over nothing is paid by being asked for. */
    private static void free(Work work, ObjectNode order) {
        String before = Json.need(order, "status");
        order.put("status", "paid").put("paid_at", work.nowText());
        work.save(Orders.ORDER, order);
        EventLog.write(work, "order.paid", order, Json.object().put("status", before));
    }

    private static @Nullable ObjectNode payableInvoice(Work work, ObjectNode order) {
        ObjectNode invoice = work.find(Invoices.INVOICE, Json.text(order, "invoice_id"));
        if (invoice != null && !Invoices.payable(invoice)) {
            throw Refusal.notNow("The order's invoice is " + Json.text(invoice, "status") + " and takes no payment.");
        }
        if (invoice != null && !Json.need(invoice, "currency").equalsIgnoreCase(Json.need(order, "currency"))) {
            throw Refusal.notNow("The order's invoice is in another currency: " + Json.text(invoice, "currency") + ".");
        }
        return invoice;
    }

    private static CardGateway.Card card(Work work, ObjectNode order, ObjectNode input) {
        String method = Json.text(input, "payment_method_id");
        String token = Json.text(input, "payment_token");
        String customer = Json.text(order, "customer_id");
        if (method != null && token != null) {
            throw Refusal.invalid("payment_token", "Send payment_method_id or payment_token, not both.");
        }
        if (token != null) {
            return CardGateway.spend(work, token, customer);
        }
        if (customer == null) {
            throw Refusal.invalid("payment_token", "An order without a customer is paid with a payment_token.");
        }
        return method == null ? CardGateway.usual(work, customer) : CardGateway.stored(work, method, customer);
    }

    /** The invoice that a charge makes: locked, over the order's lines, and from then on what the order follows. */
    private static ObjectNode invoiceFor(Work work, ObjectNode order) {
        String customer = Json.text(order, "customer_id");
        ObjectNode input = Json.object().put("customer_uuid", customer == null ? guest(work) : customer);
        input.put("total_minor", Json.whole(order, "total")).put("status", "draft");
        Json.copy(order, input, "currency");
        ArrayNode lines = (ArrayNode) order.get("line_items").deepCopy();
        ObjectNode invoice = Invoices.raise(work, input, lines);
        Invoices.open(work, invoice);
        work.save(Orders.ORDER, order.put("invoice_id", Json.need(invoice, "id")));
        return invoice;
    }

    /** Invoices need a customer; all orders without one share this one. */
    private static String guest(Work work) {
        ObjectNode known = Query.of(Customers.CUSTOMER)
                .where("email", GUEST)
                .first(work.tx())
                .orElse(null);
        if (known == null) {
            known = Customers.customer(work, Json.object().put("email", GUEST).put("name", "Guest"));
            work.insert(Customers.CUSTOMER, known);
            EventLog.write(work, "customer.created", known);
        }
        return Json.need(known, "id");
    }
}
