package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.json.Fields;
import org.jspecify.annotations.Nullable;

/** Reads subjects from the present form and from the older one, whose members have other names (section D.6). */
final class Subjects {
    private Subjects() {}

    static EventSubject.TerminalPayment terminalPayment(Fields f) {
        return new EventSubject.TerminalPayment(
                text(f, "id", "terminal_payment_id"),
                number(f, "amount", "amount_minor"),
                f.text("currency"),
                f.text("status"),
                f.text("device_id"),
                f.text("terminal_serial"),
                f.text("invoice_id"),
                first(f, "card_brand", "card_scheme"),
                lastFour(first(f, "last_four", "masked_pan")),
                f.text("auth_code"),
                f.text("entry_mode"),
                first(f, "failure_code", "error_category"),
                f.text("failure_reason"),
                first(f, "failure_message", "error_message"),
                f.time("cancelled_at"),
                f.extra());
    }

    static EventSubject.TerminalReversal reversal(Fields f, boolean isVoid) {
        String own = isVoid ? "terminal_void_id" : "terminal_refund_id";
        return new EventSubject.TerminalReversal(
                text(f, "id", own),
                isVoid,
                number(f, "amount", "amount_minor"),
                f.text("currency"),
                f.text("status"),
                first(f, "payment_id", "terminal_payment_id"),
                f.text("device_id"),
                f.text("terminal_serial"),
                f.extra());
    }

    static EventSubject.Thing thing(Fields f) {
        return new EventSubject.Thing(
                f.textOr("id", ""),
                f.text("object"),
                number(f, "amount", "amount_minor", "total_minor", "amount_total"),
                f.text("currency"),
                f.text("status"),
                f.text("customer_id"),
                f.text("invoice_id"),
                f.text("payment_id"),
                f.text("failure_code"),
                f.text("failure_message"),
                f.extra());
    }

    private static String text(Fields f, String... names) {
        String found = first(f, names);
        return found == null ? "" : found;
    }

    private static @Nullable String first(Fields f, String... names) {
        for (String name : names) {
            if (f.has(name)) {
                return f.text(name);
            }
        }
        return null;
    }

    private static @Nullable Long number(Fields f, String... names) {
        for (String name : names) {
            if (f.has(name)) {
                return f.number(name);
            }
        }
        return null;
    }

    /** Whatever was sent, no more than four digits of a card are kept. */
    private static @Nullable String lastFour(@Nullable String card) {
        if (card == null) {
            return null;
        }
        String digits = card.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - 4));
    }
}
