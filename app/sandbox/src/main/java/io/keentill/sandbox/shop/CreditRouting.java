package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives the money of a credit note back where it came from, the newest payment first (API reference B.11,
 * {@code auto_route}; the form of {@code gateway_operations} is the sandbox's own). A gateway answers at once; a
 * terminal takes its time, and the credit note is pending meanwhile.
 */
public final class CreditRouting {
    /** What became of each reversal at a terminal: null while it waits, else whether it was approved. */
    private static final String SENT = "_sent_operations";

    private final TerminalReversals terminals;

    CreditRouting(TerminalReversals terminals) {
        this.terminals = terminals;
    }

    /** Starts what gives {@code note} back and saves it; refused with 400 when its payments cannot cover it. */
    ArrayNode start(Work work, ObjectNode invoice, ObjectNode note) {
        ArrayNode operations = Json.array();
        long left = Json.whole(note, "amount_minor");
        for (ObjectNode payment : Query.of(Books.PAYMENT)
                .where("invoice_id", Json.need(invoice, "id"))
                .all(work.tx())) {
            long part = Math.min(left, Books.refundable(payment));
            if (part > 0 && Json.has(payment, "gateway")) {
                boolean atTerminal = Eligibility.atTerminal(payment);
                operations.add(atTerminal ? sent(work, note, payment, part) : done(work, payment, part));
                left -= part;
            }
        }
        if (left > 0) {
            throw Refusal.invalid(
                    "auto_route",
                    left + " of this credit note was not paid by card; give it back by hand, with auto_route false.");
        }
        settle(work, note);
        return operations;
    }

    /** A terminal has answered: the reversal was approved, or it certainly was not. It may answer again, later. */
    public static void ended(Work work, String creditNote, String reversal, boolean approved) {
        ObjectNode note = work.find(CreditNotes.CREDIT_NOTE, creditNote);
        if (note == null) {
            throw new IllegalStateException("no credit note " + creditNote);
        }
        sentOf(note).put(reversal, approved);
        settle(work, note);
    }

    /** Applied when all its money went back, merely issued when some did not, pending until all have answered. */
    private static void settle(Work work, ObjectNode note) {
        boolean waiting = false;
        boolean failed = false;
        for (JsonNode approved : sentOf(note)) {
            waiting |= approved.isNull();
            failed |= approved.isBoolean() && !approved.booleanValue();
        }
        if (!"voided".equals(Json.text(note, "status"))) {
            note.put("status", waiting ? "pending" : failed ? "issued" : "applied");
        }
        work.save(CreditNotes.CREDIT_NOTE, note);
    }

    private static ObjectNode sentOf(ObjectNode note) {
        return note.get(SENT) instanceof ObjectNode sent ? sent : note.putObject(SENT);
    }

    private ObjectNode sent(Work work, ObjectNode note, ObjectNode payment, long amount) {
        boolean whole = Eligibility.voidable(work, payment) && amount == Books.refundable(payment);
        ObjectNode reversal = dispatched(work, note, payment, amount, whole);
        sentOf(note).putNull(Json.need(reversal, "id"));
        ObjectNode operation = operation(payment, whole ? "terminal_void" : "terminal_refund", amount);
        return operation.put("terminal_payment_id", Json.need(reversal, "id")).put("status", "pending");
    }

    /** A terminal that is away is a 400 here: credit notes document no 422. */
    private ObjectNode dispatched(Work work, ObjectNode note, ObjectNode payment, long amount, boolean whole) {
        try {
            return terminals.start(work, payment, amount, whole, Json.need(note, "id"));
        } catch (Refusal refusal) {
            throw refusal.status() == 422 ? new Refusal(400, refusal.code(), refusal.said(), "auto_route") : refusal;
        }
    }

    private static ObjectNode done(Work work, ObjectNode payment, long amount) {
        Books.giveBack(work, payment, amount, false);
        return operation(payment, "gateway_refund", amount)
                .putNull("terminal_payment_id")
                .put("status", "succeeded");
    }

    private static ObjectNode operation(ObjectNode payment, String what, long amount) {
        return Json.object()
                .put("transaction_id", Json.need(payment, "id"))
                .put("gateway", Json.text(payment, "gateway"))
                .put("operation", what)
                .put("amount_minor", amount);
    }
}
