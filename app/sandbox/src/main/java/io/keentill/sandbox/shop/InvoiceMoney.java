package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Movement;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Money on an invoice without a gateway: recording it, and giving it back. */
final class InvoiceMoney {
    static final Shape PAY = Shape.of(
            whole("amount_minor", 1),
            choice("payment_method", "cash", "check", "bank_transfer", "other").or("other"),
            text("reference", 255),
            text("notes", 5000),
            time("paid_at"));

    static final Shape REFUND = Shape.of(whole("amount_minor", 1), text("reason", 500));

    private InvoiceMoney() {}

    /** Records an offline payment. More than is due is refused with 400. */
    static void pay(Call call, ObjectNode invoice, ObjectNode input) {
        if (!Invoices.payable(invoice)) {
            throw Refusal.notNow("An invoice that is " + Json.text(invoice, "status") + " takes no payment.");
        }
        long due = Books.due(invoice);
        long amount = input.has("amount_minor") ? Json.whole(input, "amount_minor") : due;
        if (amount > due) {
            throw Refusal.invalid("amount_minor", "Only " + due + " is due on this invoice, not " + amount + ".");
        }
        ObjectNode metadata = Json.object();
        for (String field : new String[] {"reference", "notes", "paid_at"}) {
            if (input.has(field)) {
                metadata.set(field, input.get(field));
            }
        }
        String method = Json.need(input, "payment_method");
        String channel = method.equals("bank_transfer") ? "bank_transfer" : "manual";
        Movement moved =
                Movement.byHand(amount, Json.need(invoice, "currency"), method, Json.text(input, "reference"), channel);
        Books.record(call.work(), moved, invoice, metadata);
    }

    /** Gives back money that was recorded here. What was paid by card goes back through its terminal payment only. */
    static void refund(Call call, ObjectNode invoice, ObjectNode input) {
        Work work = call.work();
        List<ObjectNode> payments =
                Query.of(Books.PAYMENT).where("invoice_id", Json.need(invoice, "id")).all(work.tx()).stream()
                        .filter(payment -> !"card_present".equals(Json.text(payment, "payment_channel")))
                        .toList();
        long refundable = payments.stream().mapToLong(Books::refundable).sum();
        long amount = input.has("amount_minor") ? Json.whole(input, "amount_minor") : refundable;
        if (amount == 0 || amount > refundable) {
            throw Refusal.invalid(
                    "amount_minor",
                    "Only " + refundable + " of this invoice can be refunded here; what was paid by card goes back"
                            + " through its terminal payment.");
        }
        for (ObjectNode payment : payments) {
            long part = Math.min(amount, Books.refundable(payment));
            if (part > 0) {
                Books.giveBack(work, payment, part, false);
                amount -= part;
            }
        }
        invoice.setAll(Objects.requireNonNull(work.find(Invoices.INVOICE, Json.need(invoice, "id"))));
    }
}
