package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The states of an invoice (API reference C.3) and the calls that move it. Money moves it elsewhere, in {@link Books}.
 * What the dashboard does (submit, approve, write off) is done here by writing {@code status}.
 */
final class InvoiceStates {
    static final Shape FINALIZE = Shape.of(Field.flag("auto_advance").or(false));
    static final Shape SEND =
            Shape.of(Field.choice("channel", "email", "sms", "whatsapp").or("email"), Field.uuid("template_id"));
    static final Shape REJECT = Shape.of(Field.text("reason", 500).must());
    static final Shape VOID = Shape.of(Field.text("reason", 500));

    /** What a caller may write, by what it is now. Nothing leads to paid or void: those come from their own calls. */
    private static final Map<String, Set<String>> WRITABLE = Map.of(
            "draft", Set.of("pending_approval", "approved", "open", "finalized"),
            "pending_approval", Set.of("draft", "approved"),
            "approved", Set.of("sent", "uncollectible"),
            "open", Set.of("finalized", "approved", "sent", "uncollectible"),
            "finalized", Set.of("approved", "sent", "uncollectible"),
            "sent", Set.of("overdue", "uncollectible"),
            "overdue", Set.of("sent", "uncollectible"),
            "partially_paid", Set.of("uncollectible"));

    private static final Set<String> SENDABLE = Set.of("approved", "sent", "overdue", "partially_paid");

    private InvoiceStates() {}

    /** Locks a draft: its number is given, its amount stands from now on. */
    static void finalizeDraft(Call call, ObjectNode invoice, ObjectNode input) {
        if (!is(invoice, "draft")) {
            throw Refusal.notNow("Only a draft can be finalized; this invoice is " + status(invoice) + ".");
        }
        if (Json.whole(invoice, "total_minor") == 0
                && invoice.path("_line_items").isEmpty()) {
            throw Refusal.notNow("An invoice without line items and without an amount cannot be finalized.");
        }
        move(call.work(), invoice, Json.yes(input, "auto_advance") ? "approved" : "open", "invoice.finalized");
    }

    /** Delivers an approved invoice, or one that was delivered before; only the first time changes its status. */
    static void send(Call call, ObjectNode invoice, ObjectNode input) {
        if (!SENDABLE.contains(status(invoice))) {
            throw Refusal.notNow("Only an approved invoice can be sent; this one is " + status(invoice) + ".");
        }
        String channel = Json.need(input, "channel");
        String contact = channel.equals("email") ? "email" : "phone";
        ObjectNode customer =
                Objects.requireNonNull(call.work().find(Customers.CUSTOMER, Json.text(invoice, "customer_uuid")));
        String address = Json.text(customer, contact);
        if (address == null || address.isEmpty()) {
            throw Refusal.invalid("channel", "The customer has no " + contact + " to send to by " + channel + ".");
        }
        invoice.put("_sent_by", channel);
        move(call.work(), invoice, is(invoice, "approved") ? "sent" : status(invoice), "invoice.sent");
    }

    /** Sends an invoice that waits for approval back to its author. */
    static void reject(Call call, ObjectNode invoice, ObjectNode input) {
        if (!is(invoice, "pending_approval")) {
            throw Refusal.notNow(
                    "Only an invoice that waits for approval can be rejected; this one is " + status(invoice) + ".");
        }
        invoice.put("_reject_reason", Json.need(input, "reason"));
        move(call.work(), invoice, "draft", "invoice.updated");
    }

    /** Ends an invoice on which no money was ever booked. */
    static void voidInvoice(Call call, ObjectNode invoice, ObjectNode input) {
        if (is(invoice, "void")) {
            throw Refusal.notNow("This invoice is already void.");
        }
        if (Books.hasPayments(invoice)) {
            throw Refusal.notNow("An invoice with payments cannot be voided; refund it instead.");
        }
        invoice.put("_void_reason", Json.text(input, "reason"));
        move(call.work(), invoice, "void", "invoice.voided");
    }

    /** Takes a status that a caller wrote; the same one again changes nothing. */
    static void write(Work work, ObjectNode invoice, String wanted) {
        if (is(invoice, wanted)) {
            return;
        }
        if (!WRITABLE.getOrDefault(status(invoice), Set.of()).contains(wanted)) {
            throw Refusal.invalid(
                    "status", "An invoice that is " + status(invoice) + " cannot be made " + wanted + ".");
        }
        String before = status(invoice);
        enter(work, invoice, wanted);
        if (wanted.equals("uncollectible")) {
            EventLog.write(work, "invoice.uncollectible", invoice, Json.object().put("status", before));
        }
    }

    /** Marks what was sent and is past its due date. A due date without a time lasts to the end of its day, UTC. */
    static void markOverdue(Work work) {
        for (ObjectNode invoice :
                Query.of(Invoices.INVOICE).where("status", "sent").all(work.tx())) {
            String due = Json.text(invoice, "due_date");
            if (due != null && endOf(due).isBefore(work.now())) {
                turn(work, invoice, "overdue", "invoice.overdue");
            }
        }
    }

    /** Puts a new invoice into the status it starts with. */
    static void enter(Work work, ObjectNode invoice, String status) {
        boolean locked = !status.equals("draft") && !status.equals("pending_approval");
        if (locked && !Json.has(invoice, "invoice_number")) {
            invoice.put("invoice_number", String.format("INV-%06d", work.tx().next("invoice")));
        }
        if (locked && !invoice.has("_public_token")) {
            invoice.put("_public_token", work.ids().prefixed("inv_"));
        }
        invoice.put("status", status);
    }

    /** Moves a stored invoice and tells of it. */
    static void turn(Work work, ObjectNode invoice, String status, String event) {
        move(work, invoice, status, event);
        work.save(Invoices.INVOICE, invoice);
    }

    private static void move(Work work, ObjectNode invoice, String status, String event) {
        String before = status(invoice);
        enter(work, invoice, status);
        EventLog.write(work, event, invoice, Json.object().put("status", before));
    }

    private static Instant endOf(String due) {
        Instant moment = Common.moment(due);
        return due.length() == "2026-01-31".length() ? moment.plus(Duration.ofDays(1)) : moment;
    }

    private static String status(ObjectNode invoice) {
        return Json.need(invoice, "status");
    }

    private static boolean is(ObjectNode invoice, String status) {
        return status(invoice).equals(status);
    }
}
