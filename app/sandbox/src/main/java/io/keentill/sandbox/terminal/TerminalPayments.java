package io.keentill.sandbox.terminal;

import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Settlement;
import io.keentill.sandbox.shop.Books;
import io.keentill.sandbox.shop.Invoices;
import io.keentill.sandbox.shop.TerminalReversals;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Terminal payments (API reference B.2, C.2, D.4, D.5). */
public final class TerminalPayments {
    /** The kind of stored terminal payments. */
    public static final String PAYMENT = "terminal_payment";

    private static final String[] OPEN = {"requested", "in_progress"};
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Shape NEW_SALE = Shape.of(
            uuid("device_id").must(),
            whole("amount_minor", 1).must(),
            currency("currency").must(),
            uuid("invoice_id"),
            text("reference", 200));

    private final CommandChannel channel;
    private final Resource resource;

    private TerminalPayments(CommandChannel channel) {
        this.channel = channel;
        this.resource = Resource.of(PAYMENT, "/terminal-payments")
                .scopes("terminal")
                .errors(ErrorShape.E6)
                .create(NEW_SALE, this::sale)
                .list(
                        Paging.P4,
                        Filter.equal("invoice_id"),
                        Filter.choice(
                                "status",
                                "requested",
                                "in_progress",
                                "approved",
                                "declined",
                                "cancelled",
                                "error",
                                "timed_out"),
                        Filter.choice("type", "sale", "refund", "void"),
                        Filter.equal("device_id"))
                .read()
                .action("cancel", Shape.EMPTY, this::cancel);
        Shape reason = Shape.of(text("reason", 500));
        resource.endpoint("POST", "/terminal-payments/{id}/void", reason, call -> reverse(call, "void"));
        resource.endpoint(
                "POST",
                "/terminal-payments/{id}/refund",
                reason.and(whole("amount_minor", 1)),
                call -> reverse(call, "refund"));
    }

    /** Terminal payments: create, list, read, cancel, refund, void. Commands leave over {@code channel}. */
    public static Resource payments(CommandChannel channel) {
        return new TerminalPayments(channel).resource;
    }

    /** How the rest of the sandbox gives a terminal's payment back. Commands leave over {@code channel}. */
    public static TerminalReversals reversals(CommandChannel channel) {
        return new TerminalPayments(channel)::reverse;
    }

    /** Whether a payment still waits for its outcome. */
    static boolean open(ObjectNode payment) {
        String status = Json.need(payment, "status");
        return status.equals(OPEN[0]) || status.equals(OPEN[1]);
    }

    /** Times out what has had no outcome for three minutes. */
    public static void timeOut(Work work) {
        Instant latest = work.now().minus(PATIENCE);
        for (ObjectNode payment : Query.of(PAYMENT)
                .whereIn("status", OPEN)
                .before(latest.toEpochMilli() + 1)
                .all(work.tx())) {
            payment.put("status", "timed_out").put("completed_at", work.nowText());
            payment.put("error_message", "No outcome from the terminal within 3 minutes.");
            work.save(PAYMENT, payment);
            TerminalEvents.finished(work, payment);
        }
    }

    private ObjectNode sale(Call call, ObjectNode input) {
        Work work = call.work();
        String device = Json.need(Devices.ready(work, Json.text(input, "device_id")), "id");
        refuseBusy(work, device);
        checkInvoice(work, input);
        String reference = Json.text(input, "reference");
        ObjectNode payment = payment(work, "sale", device, Json.whole(input, "amount_minor"));
        payment.put("invoice_id", Json.text(input, "invoice_id")).put("currency", Json.text(input, "currency"));
        payment.put("reference", reference == null ? work.ids().prefixed("tp_") : reference);
        return requested(work, payment);
    }

    private static void checkInvoice(Work work, ObjectNode input) {
        String id = Json.text(input, "invoice_id");
        if (id == null) {
            return;
        }
        ObjectNode invoice = work.find(Invoices.INVOICE, id);
        if (invoice == null || !Invoices.payable(invoice)) {
            String why = invoice == null ? "there is none" : "it is " + Json.text(invoice, "status");
            throw Refusal.unprocessable("invoice_not_payable", "Invoice " + id + " takes no payment: " + why + ".");
        }
        if (!Json.need(invoice, "currency").equalsIgnoreCase(Json.need(input, "currency"))) {
            throw Refusal.unprocessable(
                    "currency_mismatch", "The invoice is in " + Json.text(invoice, "currency") + ".");
        }
        long due = Books.due(invoice);
        if (Json.whole(input, "amount_minor") > due) {
            throw Refusal.unprocessable("amount_exceeds_due", "Only " + due + " is due on this invoice.");
        }
    }

    private static void refuseBusy(Work work, String device) {
        boolean busy = Query.of(PAYMENT)
                .whereIn("status", OPEN)
                .where("device_id", device)
                .first(work.tx())
                .isPresent();
        if (busy) {
            throw Refusal.conflict("device_busy", "The terminal device is busy with another payment.");
        }
    }

    private Reply reverse(Call call, String type) {
        Work work = call.work();
        ObjectNode sale = resource.found(call);
        long amount = amountBack(work, sale, type, call.input());
        ObjectNode payment = reversal(work, sale, type, amount);
        payment.put("_reason", Json.text(call.input(), "reason"));
        work.insert(PAYMENT, requested(work, payment));
        return resource.single(201, call, payment);
    }

    /** A reversal of a sale, its device being ready for it. */
    private static ObjectNode reversal(Work work, ObjectNode sale, String type, long amount) {
        String device = Json.need(Devices.ready(work, Json.text(sale, "device_id")), "id");
        refuseBusy(work, device);
        ObjectNode payment = payment(work, type, device, amount);
        payment.put("invoice_id", Json.text(sale, "invoice_id")).put("currency", Json.text(sale, "currency"));
        payment.put("reference", work.ids().prefixed("tp_"));
        return payment.put("_sale_id", Json.need(sale, "id")).put("_original_reference", Json.text(sale, "reference"));
    }

    private ObjectNode reverse(Work work, ObjectNode booked, long amount, boolean whole, @Nullable String creditNote) {
        ObjectNode sale = Query.of(PAYMENT)
                .where("_payment_id", Json.need(booked, "id"))
                .first(work.tx())
                .orElseThrow(() -> new IllegalStateException("no terminal took " + booked));
        ObjectNode payment = reversal(work, sale, whole ? "void" : "refund", amount);
        work.insert(PAYMENT, requested(work, payment.put("_credit_note_id", creditNote)));
        return payment;
    }

    private static long amountBack(Work work, ObjectNode sale, String type, ObjectNode input) {
        String status = Json.need(sale, "status");
        if (!Json.need(sale, "type").equals("sale") || !status.equals("approved")) {
            throw Refusal.unprocessable(
                    "not_reversible",
                    "Only an approved sale can be reversed; this " + Json.text(sale, "type") + " is " + status + ".");
        }
        ObjectNode booked = Objects.requireNonNull(work.find(Books.PAYMENT, Json.text(sale, "_payment_id")));
        long left = Books.refundable(booked);
        boolean untouched = left == Json.whole(booked, "amount");
        if (left == 0 || (type.equals("void") && !untouched)) {
            throw Refusal.unprocessable("already_reversed", "This sale has already been reversed, fully or in part.");
        }
        if (type.equals("void") && Settlement.settled(booked, work.now())) {
            throw Refusal.unprocessable("already_settled", "This sale has settled; refund it instead.");
        }
        long amount = input.has("amount_minor") ? Json.whole(input, "amount_minor") : left;
        if (amount > left) {
            throw Refusal.unprocessable("amount_exceeds_remaining", "Only " + left + " of this sale is left.");
        }
        return amount;
    }

    private static ObjectNode payment(Work work, String type, String device, long amountMinor) {
        ObjectNode payment = Json.object().put("id", work.ids().uuid()).putNull("invoice_id");
        payment.put("device_id", device).put("type", type).put("status", "requested");
        payment.put("amount_minor", amountMinor).putNull("currency").putNull("reference");
        for (String later : Outcomes.FIELDS) {
            payment.putNull(later);
        }
        payment.put("created_at", work.nowText()).putNull("completed_at");
        return payment.put("_command_id", work.ids().uuid());
    }

    /** Tells the world of a new payment, and its connector once it is committed. */
    private ObjectNode requested(Work work, ObjectNode payment) {
        TerminalEvents.requested(work, payment);
        ObjectNode command = Frames.command(payment);
        String device = Json.need(payment, "device_id");
        work.tx().afterCommit(() -> channel.send(device, command));
        return payment;
    }

    private void cancel(Call call, ObjectNode payment, @Nullable ObjectNode input) {
        if (!open(payment)) {
            throw Refusal.conflict(
                    "not_cancellable", "A payment that is " + Json.text(payment, "status") + " cannot be cancelled.");
        }
        payment.put("status", "cancelled").put("completed_at", call.work().nowText());
        TerminalEvents.finished(call.work(), payment);
        String device = Json.need(payment, "device_id");
        ObjectNode frame = Frames.cancel(Json.need(payment, "_command_id"));
        call.work().tx().afterCommit(() -> channel.send(device, frame));
    }
}
