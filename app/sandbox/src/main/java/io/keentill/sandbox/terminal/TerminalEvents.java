package io.keentill.sandbox.terminal;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.CreditRouting;
import tools.jackson.databind.node.ObjectNode;

/** Events of terminal payments in the newest form (API reference D.6): success is called succeeded there. */
final class TerminalEvents {
    private TerminalEvents() {}

    static void requested(Work work, ObjectNode payment) {
        if (Json.need(payment, "type").equals("sale")) {
            EventLog.write(work, "terminal_payment.requested", subject(payment, "terminal_payment", "requested"));
        }
    }

    /** A failed reversal has no event of its own; it shows by reading the payment only. */
    static void finished(Work work, ObjectNode payment) {
        String status = Json.need(payment, "status");
        String type = Json.need(payment, "type");
        String creditNote = Json.text(payment, "_credit_note_id");
        if (creditNote != null) {
            CreditRouting.ended(work, creditNote, Json.need(payment, "id"), status.equals("approved"));
        }
        if (type.equals("sale")) {
            EventLog.write(work, "terminal_payment." + word(status), sale(payment, status));
        } else if (status.equals("approved")) {
            String name = "terminal_" + type;
            ObjectNode object = subject(payment, name, "succeeded");
            EventLog.write(work, name + ".succeeded", object.put("payment_id", Json.text(payment, "_sale_id")));
        }
    }

    private static String word(String status) {
        return switch (status) {
            case "approved" -> "succeeded";
            case "timed_out" -> "error";
            default -> status;
        };
    }

    private static ObjectNode sale(ObjectNode payment, String status) {
        ObjectNode object = subject(payment, "terminal_payment", word(status));
        Json.copy(payment, object, "invoice_id");
        switch (status) {
            case "approved" -> {
                object.put("card_brand", Outcomes.brand(payment)).put("last_four", Outcomes.lastFour(payment));
                object.put("auth_code", Json.text(payment, "auth_code"));
            }
            case "declined" -> {
                object.put("failure_code", Json.text(payment, "response_code"));
                object.put("failure_message", Json.text(payment, "error_message"));
            }
            case "cancelled" -> object.put("cancelled_at", Json.text(payment, "completed_at"));
            default -> {
                object.put("failure_reason", status.equals("timed_out") ? "timeout" : "terminal_error");
                object.put("failure_message", Json.text(payment, "error_message"));
            }
        }
        return object;
    }

    private static ObjectNode subject(ObjectNode payment, String name, String status) {
        ObjectNode object = Json.object().put("id", Json.need(payment, "id")).put("object", name);
        object.put("amount", Json.whole(payment, "amount_minor")).put("currency", Json.text(payment, "currency"));
        object.put("status", status).put("device_id", Json.text(payment, "device_id"));
        Json.copy(payment, object, "terminal_serial");
        return object;
    }
}
