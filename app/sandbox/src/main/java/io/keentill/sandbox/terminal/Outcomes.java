package io.keentill.sandbox.terminal;

import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Movement;
import io.keentill.sandbox.shop.Books;
import io.keentill.sandbox.shop.Invoices;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Books the outcome of a command (connector channel, rules 3 and 4). */
final class Outcomes {
    /** The fields of a payment that its outcome fills. */
    static final List<String> FIELDS = List.of(
            "terminal_serial",
            "uti",
            "auth_code",
            "response_code",
            "rrn",
            "card_scheme",
            "masked_pan",
            "entry_mode",
            "error_message");

    /** Generous, and any entry mode is taken: an approval must not be lost over a detail of its wording. */
    private static final int LONG = 2000;

    private static final Shape OUTCOME = Shape.of(
            Field.text("command_id", 100).must(),
            Field.choice("status", "approved", "declined", "cancelled", "error").must(),
            Field.whole("amount_minor", 0).must(),
            Field.currency("currency").must(),
            Field.text("uti", LONG),
            Field.text("auth_code", LONG),
            Field.text("response_code", LONG),
            Field.text("rrn", LONG),
            Field.text("card_scheme", LONG),
            Field.text("masked_pan", LONG),
            Field.text("entry_mode", LONG),
            Field.text("terminal_serial", LONG),
            Field.text("error_message", LONG),
            Field.time("executed_at"));

    private static final int SHOWN_DIGITS = 4;

    private Outcomes() {}

    /** Books what {@code frame} says about {@code payment}; says nothing new when it has been said before. */
    static void apply(Work work, ObjectNode payment, ObjectNode frame) {
        ObjectNode outcome = OUTCOME.read(known(frame));
        if (!Json.need(outcome, "currency").equalsIgnoreCase(Json.need(payment, "currency"))) {
            throw Refusal.invalid("currency", "The command was in " + Json.text(payment, "currency") + ".");
        }
        boolean approved = Json.need(outcome, "status").equals("approved");
        boolean answered = payment.has("_answered");
        if (Json.need(payment, "status").equals("approved") || (answered && !approved)) {
            return;
        }
        boolean wasOpen = TerminalPayments.open(payment);
        for (String field : FIELDS) {
            payment.put(field, Json.text(outcome, field));
        }
        payment.put("masked_pan", masked(Json.text(outcome, "masked_pan")));
        payment.put("_answered", Json.need(outcome, "status"));
        if (approved || wasOpen) {
            payment.put("status", Json.need(outcome, "status")).put("completed_at", work.nowText());
        }
        if (approved) {
            approve(work, payment, Json.whole(outcome, "amount_minor"));
        }
        work.save(TerminalPayments.PAYMENT, payment);
        if (approved || wasOpen) {
            TerminalEvents.finished(work, payment);
        }
    }

    /** The card's brand in the lower case of payment records, null when unknown. */
    static @Nullable String brand(ObjectNode payment) {
        String scheme = Json.text(payment, "card_scheme");
        return scheme == null ? null : scheme.toLowerCase(Locale.ROOT);
    }

    /** The last four digits of the card, null when unknown. */
    static @Nullable String lastFour(ObjectNode payment) {
        String pan = Json.text(payment, "masked_pan");
        String digits = pan == null ? "" : pan.replaceAll("[^0-9]", "");
        return digits.length() < SHOWN_DIGITS ? null : digits.substring(digits.length() - SHOWN_DIGITS);
    }

    private static void approve(Work work, ObjectNode payment, long amountMinor) {
        // The terminal may approve less, or more with a tip: what moved is what counts.
        payment.put("amount_minor", amountMinor).putNull("error_message");
        if (!Json.need(payment, "type").equals("sale")) {
            ObjectNode sale =
                    Objects.requireNonNull(work.find(TerminalPayments.PAYMENT, Json.text(payment, "_sale_id")));
            ObjectNode booked = Objects.requireNonNull(work.find(Books.PAYMENT, Json.text(sale, "_payment_id")));
            Books.giveBack(work, booked, amountMinor, Json.need(payment, "type").equals("void"));
            return;
        }
        String uti = Json.text(payment, "uti");
        Movement moved = Movement.atTerminal(
                amountMinor,
                Json.need(payment, "currency"),
                uti == null ? Json.text(payment, "reference") : uti,
                brand(payment),
                lastFour(payment),
                Json.text(payment, "entry_mode"));
        ObjectNode metadata = Json.object().put("reference", Json.text(payment, "reference"));
        ObjectNode invoice = work.find(Invoices.INVOICE, Json.text(payment, "invoice_id"));
        payment.put("_payment_id", Json.need(Books.record(work, moved, invoice, metadata), "id"));
    }

    /** Whatever a connector sends, only four digits are ever stored. */
    private static @Nullable String masked(@Nullable String pan) {
        String digits = pan == null ? "" : pan.replaceAll("[^0-9]", "");
        return digits.length() < SHOWN_DIGITS ? null : "**** " + digits.substring(digits.length() - SHOWN_DIGITS);
    }

    /** The channel ignores unknown fields. */
    private static ObjectNode known(ObjectNode frame) {
        ObjectNode copy = Json.object();
        for (Map.Entry<String, tools.jackson.databind.JsonNode> field : frame.properties()) {
            if (OUTCOME.knows(field.getKey())) {
                copy.set(field.getKey(), field.getValue());
            }
        }
        return copy;
    }
}
