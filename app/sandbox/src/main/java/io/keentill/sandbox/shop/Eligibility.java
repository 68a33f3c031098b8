package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Settlement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * In which ways a payment can be given back (API reference B.11). The words for the operations are published nowhere;
 * the sandbox uses gateway_void, gateway_refund, terminal_void, terminal_refund and manual_refund.
 */
final class Eligibility {
    private Eligibility() {}

    /** {@code GET /credit_notes/invoice/{id}/eligibility}. */
    static Reply ofInvoice(Call call) {
        Work work = call.work();
        ObjectNode invoice = work.find(Invoices.INVOICE, call.id("id"));
        if (invoice == null) {
            throw Refusal.missing("invoice", call.id("id"));
        }
        CreditLimits limits = CreditLimits.of(work, invoice);
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data").put("invoice_id", call.id("id"));
        data.put("total_amount_minor", limits.total()).put("total_paid_minor", limits.paid());
        data.put("total_credited_minor", limits.credited()).put("max_creditable_minor", limits.creditable());
        data.put("eligible", limits.creditable() > 0);
        ArrayNode payments = data.putArray("payments");
        for (ObjectNode payment :
                Query.of(Books.PAYMENT).where("invoice_id", call.id("id")).all(work.tx())) {
            if (Json.whole(payment, "amount_captured") > 0) {
                payments.add(ofPayment(work, payment));
            }
        }
        return Reply.of(200, body);
    }

    /** {@code GET /credit_notes/transaction/{id}/reversal-eligibility}; a sale has the id of its payment. */
    static Reply ofTransaction(Call call) {
        ObjectNode payment = call.work().find(Books.PAYMENT, call.id("id"));
        if (payment == null) {
            throw Refusal.missing("transaction", call.id("id"));
        }
        List<String> operations = operations(call.work(), payment, "true".equals(call.param("customer_present")));
        long left = Books.refundable(payment);
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data").put("can_reverse", !operations.isEmpty());
        data.put("transaction_id", Json.need(payment, "id")).put("gateway", gateway(payment));
        data.put("payment_method", Json.text(payment, "payment_method_type"));
        operations.forEach(data.putArray("available_operations")::add);
        ObjectNode limits = data.putObject("constraints").put("max_amount", left);
        bounds(limits, payment).put("requires_customer_iban", false);
        limits.put("reason", operations.isEmpty() ? why(left) : null);
        card(data, payment);
        ObjectNode terminal = terminalPayment(call.work(), payment);
        data.put("terminal_serial", terminal == null ? null : Json.text(terminal, "terminal_serial"));
        data.put("terminal_uti", terminal == null ? null : Json.text(terminal, "uti"));
        return Reply.of(200, body);
    }

    /** Whether a terminal took this payment, so that only it can give the money back. */
    static boolean atTerminal(ObjectNode payment) {
        return "card_present".equals(Json.text(payment, "payment_channel"));
    }

    /** Whether the whole of a payment can still be undone instead of refunded: nothing went back, nothing settled. */
    static boolean voidable(Work work, ObjectNode payment) {
        boolean whole = Json.whole(payment, "amount_refunded") == 0
                && Books.refundable(payment) == Json.whole(payment, "amount_captured");
        return whole && Books.refundable(payment) > 0 && !Settlement.settled(payment, work.now());
    }

    private static ObjectNode ofPayment(Work work, ObjectNode payment) {
        ObjectNode terminal = terminalPayment(work, payment);
        ObjectNode shown = Json.object().put("transaction_id", Json.need(payment, "id"));
        shown.put("gateway", gateway(payment)).put("payment_method", Json.text(payment, "payment_method_type"));
        shown.put("amount_minor", Json.whole(payment, "amount_captured"));
        shown.put("amount_refunded_minor", Json.whole(payment, "amount_refunded"));
        shown.put("amount_available_minor", Books.refundable(payment));
        card(shown, payment);
        shown.put("terminal_serial", terminal == null ? null : Json.text(terminal, "terminal_serial"));
        operations(work, payment, true).forEach(shown.putArray("available_operations")::add);
        bounds(shown.putObject("constraints"), payment);
        return shown;
    }

    private static List<String> operations(Work work, ObjectNode payment, boolean customerPresent) {
        List<String> operations = new ArrayList<>();
        if (Books.refundable(payment) == 0) {
            return operations;
        }
        if (!Json.has(payment, "gateway")) {
            operations.add("manual_refund");
            return operations;
        }
        if (atTerminal(payment) && !customerPresent) {
            return operations;
        }
        String where = atTerminal(payment) ? "terminal" : "gateway";
        if (voidable(work, payment)) {
            operations.add(where + "_void");
        }
        operations.add(where + "_refund");
        return operations;
    }

    private static String why(long left) {
        return left == 0
                ? "Nothing of this payment is left to give back."
                : "A terminal took this payment: its card must be presented there, so ask with customer_present=true.";
    }

    private static ObjectNode bounds(ObjectNode constraints, ObjectNode payment) {
        boolean terminal = atTerminal(payment);
        return constraints
                .put("partial_supported", true)
                .put("requires_card_present", terminal)
                .put("requires_terminal_online", terminal);
    }

    private static void card(ObjectNode shown, ObjectNode payment) {
        shown.put("card_brand", Json.text(payment, "card_brand"))
                .put("card_last4", Json.text(payment, "card_last_four"));
    }

    private static String gateway(ObjectNode payment) {
        String gateway = Json.text(payment, "gateway");
        return gateway == null ? "manual" : gateway;
    }

    private static @Nullable ObjectNode terminalPayment(Work work, ObjectNode payment) {
        return atTerminal(payment)
                ? Query.of("terminal_payment")
                        .where("_payment_id", Json.need(payment, "id"))
                        .first(work.tx())
                        .orElse(null)
                : null;
    }
}
