package io.keentill.engine.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The credit notes of {@link FakeRevKeen}. */
final class FakeCredits {

    private final List<Map<String, Object>> notes = new ArrayList<>();

    List<Map<String, Object>> all() {
        return List.copyOf(notes);
    }

    Map<String, Object> add(String invoice, long minor, String key, String reason) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("id", "cn-" + (notes.size() + 1));
        note.put("invoice_id", invoice);
        note.put("amount_minor", minor);
        note.put("currency", "GBP");
        note.put("status", "issued");
        note.put("reason", reason);
        note.put("key", key);
        notes.add(note);
        return note;
    }

    Map<String, Object> get(String id) {
        return notes.stream().filter(n -> id.equals(n.get("id"))).findFirst().orElseThrow();
    }

    boolean hasKey(String key) {
        return notes.stream().anyMatch(n -> key.equals(n.get("key")));
    }

    /** What of an invoice is credited by notes that stand. */
    long credited(String invoice) {
        return notes.stream()
                .filter(n ->
                        invoice.equals(n.get("invoice_id")) && !n.get("status").equals("voided"))
                .mapToLong(n -> (long) n.get("amount_minor"))
                .sum();
    }

    /** All of them are voided. */
    void takeBackAll() {
        notes.forEach(note -> note.put("status", "voided"));
    }
}
