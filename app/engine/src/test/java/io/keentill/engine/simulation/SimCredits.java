package io.keentill.engine.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * RevKeen's word of money that went back: credit notes (API reference B.11), and refunds and voids in its ledger of
 * movements (B.18). No more is credited than was paid, less what notes or movements have taken, the larger of the two.
 */
final class SimCredits {

    /** A credit note; {@code key} is the one in its body. */
    record Note(String id, String invoice, String key, long minor, String method, String reason, Instant at) {
        private String json() {
            return "{\"id\":\"" + id + "\",\"invoice_id\":\"" + invoice + "\",\"amount_minor\":" + minor
                    + ",\"currency\":\"GBP\",\"status\":\"issued\",\"credit_method\":\"" + method + "\",\"reason\":\""
                    + reason.replace("\"", "\\\"") + "\",\"created_at\":\"" + at + "\"}";
        }
    }

    /** Money that went back to a card, of {@code type} refund or void. */
    record Movement(String id, String type, String invoice, long minor, Instant at) {
        private String json() {
            return "{\"id\":\"" + id + "\",\"object\":\"transaction\",\"type\":\"" + type
                    + "\",\"status\":\"succeeded\",\"invoice_id\":\"" + invoice + "\",\"currency\":\"GBP\",\"amount\":"
                    + minor + ",\"payment_method_type\":\"card\",\"created_at\":\"" + at + "\"}";
        }
    }

    private final SimRevKeen revKeen;
    private final Timeline time;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, List<Note>> byInvoice = new LinkedHashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    SimCredits(SimRevKeen revKeen, Timeline time) {
        this.revKeen = revKeen;
        this.time = time;
    }

    List<Note> notes() {
        return notes;
    }

    /** Whether more was to be credited under this key than could be. */
    boolean wasTooMuch(String key) {
        return refused.contains(key);
    }

    /** {@code POST /credit_notes}. */
    SimRevKeen.Reply create(String id, JsonNode body) {
        String key = body.path("idempotency_key").asString();
        if (notes.stream().anyMatch(note -> note.key().equals(key))) {
            return SimRevKeen.error(409, "conflict", "There is a credit note with this key");
        }
        String invoiceId = body.path("invoice_id").asString();
        SimRevKeen.Invoice invoice = revKeen.invoices().get(invoiceId);
        if (invoice == null) {
            return SimRevKeen.error(400, "invalid_request", "No such invoice");
        }
        long minor = body.path("amount_minor").asLong();
        if (minor < 1 || minor > creditable(invoice)) {
            refused.add(key);
            return SimRevKeen.error(400, "invalid_request", "Only " + creditable(invoice) + " can be credited");
        }
        Note note = new Note(
                id,
                invoiceId,
                key,
                minor,
                body.path("credit_method").asString(),
                body.path("reason").asString(),
                time.instant());
        notes.add(note);
        byInvoice.computeIfAbsent(invoiceId, k -> new ArrayList<>()).add(note);
        return SimRevKeen.ok(201, "{\"data\":" + note.json() + "}");
    }

    private long creditable(SimRevKeen.Invoice invoice) {
        long credited = byInvoice.getOrDefault(invoice.id, List.of()).stream()
                .mapToLong(Note::minor)
                .sum();
        long moved = movements.stream()
                .filter(movement -> movement.invoice().equals(invoice.id))
                .mapToLong(Movement::minor)
                .sum();
        return Math.max(0, invoice.paid - Math.max(credited, moved));
    }

    /** A refund or void on a terminal was approved. */
    void moved(String id, SimDevices.TerminalPayment back, long minor) {
        String type = back.type.name().toLowerCase(java.util.Locale.ROOT);
        movements.add(new Movement(id, type, back.invoice, minor, time.instant()));
    }

    /** {@code GET /credit_notes} and, for one invoice, what of it may be credited. */
    SimRevKeen.Reply get(String[] parts, Map<String, String> asked) {
        if (parts.length > 5) {
            SimRevKeen.Invoice invoice = revKeen.invoices().get(parts[4]);
            return invoice == null
                    ? SimRevKeen.error(404, "not_found", "No such invoice")
                    : SimRevKeen.ok(200, "{\"data\":" + eligibility(invoice) + "}");
        }
        String invoice = asked.get("invoice_id");
        Instant after = Instant.parse(asked.getOrDefault("created_after", Instant.EPOCH.toString()));
        List<Note> found = invoice == null ? notes : byInvoice.getOrDefault(invoice, List.of());
        return Lists.offset(
                found.stream().filter(note -> note.at().isAfter(after)).toList(), asked, Note::json);
    }

    private String eligibility(SimRevKeen.Invoice invoice) {
        String payments = revKeen.payments().stream()
                .filter(payment -> payment.invoice().equals(invoice.id))
                .map(payment -> "{\"transaction_id\":\"" + payment.id() + "\",\"payment_method\":\"" + payment.method()
                        + "\",\"amount_minor\":" + payment.minor() + ",\"amount_available_minor\":" + payment.minor()
                        + ",\"available_operations\":[],\"constraints\":{}}")
                .collect(Collectors.joining(","));
        return "{\"invoice_id\":\"" + invoice.id + "\",\"total_amount_minor\":" + invoice.total
                + ",\"total_paid_minor\":" + invoice.paid + ",\"max_creditable_minor\":" + creditable(invoice)
                + ",\"eligible\":" + (creditable(invoice) > 0) + ",\"payments\":[" + payments + "]}";
    }

    /** {@code GET /transactions}: of all movements those that the tills ask for, which give back. */
    SimRevKeen.Reply transactions(Map<String, String> asked) {
        String type = asked.get("type");
        String invoice = asked.get("invoice_id");
        Instant since = Instant.ofEpochSecond(Long.parseLong(asked.getOrDefault("created_gte", "0")));
        List<Movement> found = movements.stream()
                .filter(movement -> type == null || movement.type().equals(type))
                .filter(movement -> invoice == null || movement.invoice().equals(invoice))
                .filter(movement -> !movement.at().isBefore(since))
                .toList();
        return Lists.cursor(found, asked, Movement::id, Movement::json);
    }
}
