package io.keentill.engine.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    static final class Note {
        final String id;
        final String invoice;
        final String key;
        final long minor;
        private final String method;
        private final String reason;
        private final Instant at;
        boolean voided;

        private Note(String id, String key, JsonNode body, Instant at) {
            this.id = id;
            this.invoice = body.path("invoice_id").asString();
            this.key = key;
            this.minor = body.path("amount_minor").asLong();
            this.method = body.path("credit_method").asString();
            this.reason = body.path("reason").asString();
            this.at = at;
        }

        private String json() {
            return "{\"id\":\"" + id + "\",\"invoice_id\":\"" + invoice + "\",\"amount_minor\":" + minor
                    + ",\"currency\":\"GBP\",\"status\":\"" + (voided ? "voided" : "issued")
                    + "\",\"credit_method\":\"" + method + "\",\"reason\":\"" + reason.replace("\"", "\\\"")
                    + "\",\"created_at\":\"" + at + "\"}";
        }

        @Override
        public String toString() {
            return "note " + key + " of " + minor + (voided ? ", voided" : "");
        }
    }

    /** Money that went back to a card, of {@code type} refund or void. */
    record Movement(String id, SimDevices.TerminalPayment of, long minor, Instant at) {
        private String invoice() {
            return of.invoice;
        }

        private String type() {
            return of.type.name().toLowerCase(Locale.ROOT);
        }

        private String json() {
            return "{\"id\":\"" + id + "\",\"object\":\"transaction\",\"type\":\"" + type()
                    + "\",\"status\":\"succeeded\",\"invoice_id\":\"" + invoice()
                    + "\",\"currency\":\"GBP\",\"amount\":"
                    + minor + ",\"payment_method_type\":\"card\",\"created_at\":\"" + at + "\"}";
        }
    }

    private static final int UUID_LENGTH = 36;

    private final SimRevKeen revKeen;
    private final Timeline time;
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<String, List<Note>> byInvoice = new LinkedHashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    SimCredits(SimRevKeen revKeen, Timeline time) {
        this.revKeen = revKeen;
        this.time = time;
    }

    /** Those that stand, by the refund that they tell of: its id begins the key of each. */
    Map<String, List<Note>> standing() {
        return notes.values().stream()
                .filter(note -> !note.voided)
                .collect(Collectors.groupingBy(note -> note.key.substring(0, UUID_LENGTH)));
    }

    /** Whether more was to be credited for this refund than could be. */
    boolean wasTooMuch(String refund) {
        return refused.contains(refund);
    }

    /** {@code POST /credit_notes}, and the voiding of one. */
    SimRevKeen.Reply post(String[] parts, String newId, JsonNode body) {
        return parts.length > 4 ? voidNote(parts[3]) : create(newId, body);
    }

    private SimRevKeen.Reply voidNote(String id) {
        Note note = notes.get(id);
        if (note == null) {
            return SimRevKeen.error(404, "not_found", "No such credit note");
        }
        if (note.voided) {
            return SimRevKeen.error(400, "invalid_state", "It is void already");
        }
        note.voided = true;
        return SimRevKeen.ok(200, "{\"data\":" + note.json() + "}");
    }

    private SimRevKeen.Reply create(String id, JsonNode body) {
        String key = body.path("idempotency_key").asString();
        if (!keys.add(key)) {
            return SimRevKeen.error(409, "conflict", "There is a credit note with this key");
        }
        Note note = new Note(id, key, body, time.instant());
        SimRevKeen.Invoice invoice = revKeen.invoices().get(note.invoice);
        if (invoice == null || note.minor < 1 || note.minor > creditable(invoice)) {
            keys.remove(key);
            refused.add(key.substring(0, UUID_LENGTH));
            return SimRevKeen.error(400, "invalid_request", "So much of this invoice cannot be credited");
        }
        notes.put(id, note);
        byInvoice.computeIfAbsent(note.invoice, k -> new ArrayList<>()).add(note);
        return SimRevKeen.ok(201, "{\"data\":" + note.json() + "}");
    }

    /** What moved. */
    List<Movement> movements() {
        return movements;
    }

    /** Tills make a note of each of their movements; those that RevKeen commanded itself have none and count beside them. */
    long creditable(SimRevKeen.Invoice invoice) {
        long credited = byInvoice.getOrDefault(invoice.id, List.of()).stream()
                .filter(note -> !note.voided)
                .mapToLong(note -> note.minor)
                .sum();
        long moved = movements.stream()
                .filter(movement -> movement.invoice().equals(invoice.id) && !movement.of().commanded)
                .mapToLong(Movement::minor)
                .sum();
        long commanded = revKeen.devices().payments().values().stream()
                .filter(back -> back.commanded && back.invoice.equals(invoice.id) && (back.open() || back.approved()))
                .mapToLong(back -> back.minor)
                .sum();
        return Math.max(0, invoice.paid - Math.max(credited, moved) - commanded);
    }

    /** A refund or void on a terminal was approved. */
    void moved(String id, SimDevices.TerminalPayment back, long minor) {
        movements.add(new Movement(id, back, minor, time.instant()));
    }

    /** {@code GET /credit_notes}, one of them, and for one invoice what of it may be credited. */
    SimRevKeen.Reply get(String[] parts, Map<String, String> asked) {
        if (parts.length > 5) {
            SimRevKeen.Invoice invoice = revKeen.invoices().get(parts[4]);
            return invoice == null
                    ? SimRevKeen.error(404, "not_found", "No such invoice")
                    : SimRevKeen.ok(200, "{\"data\":" + eligibility(invoice) + "}");
        }
        if (parts.length > 3) {
            Note note = notes.get(parts[3]);
            return note == null
                    ? SimRevKeen.error(404, "not_found", "No such credit note")
                    : SimRevKeen.ok(200, "{\"data\":" + note.json() + "}");
        }
        String invoice = asked.get("invoice_id");
        Instant after = Instant.parse(asked.getOrDefault("created_after", Instant.EPOCH.toString()));
        List<Note> found = invoice == null ? List.copyOf(notes.values()) : byInvoice.getOrDefault(invoice, List.of());
        return Lists.offset(
                found.stream().filter(note -> note.at.isAfter(after)).toList(), asked, Note::json);
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
