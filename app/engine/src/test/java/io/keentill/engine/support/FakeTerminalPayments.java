package io.keentill.engine.support;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The terminal payments of a {@link FakeRevKeen}, commanded through its connector channel. Guarded by that one. */
final class FakeTerminalPayments {

    private final ChannelPeer channel;
    private final UnaryOperator<String> ids;
    private final Map<String, Map<String, Object>> all = new LinkedHashMap<>();

    /** @param ids a new id for an object of this kind */
    FakeTerminalPayments(ChannelPeer channel, UnaryOperator<String> ids) {
        this.channel = channel;
        this.ids = ids;
    }

    List<Map<String, Object>> all() {
        return List.copyOf(all.values());
    }

    /** Null if there is none. */
    Map<String, Object> get(String id) {
        return all.get(id);
    }

    /** Those of the invoice that the query names, or all. */
    List<Map<String, Object>> listed(String query) {
        return all.values().stream()
                .filter(p -> !query.contains("invoice_id=") || query.contains("invoice_id=" + p.get("invoice_id")))
                .toList();
    }

    Map<String, Object> post(JsonNode body) throws IOException {
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("id", ids.apply("tp"));
        payment.put("device_id", body.path("device_id").asString());
        payment.put("invoice_id", body.path("invoice_id").asString());
        payment.put("status", "requested");
        payment.put("amount_minor", body.path("amount_minor").asLong());
        payment.put("currency", body.path("currency").asString());
        payment.put("reference", body.path("reference").asString());
        return stored(payment);
    }

    /** A new payment of its own, commanded under a reference that the till has never heard of. */
    Map<String, Object> reverse(String saleId, String type, JsonNode body) throws IOException {
        Map<String, Object> sale = all.get(saleId);
        Map<String, Object> payment = new LinkedHashMap<>(sale);
        payment.put("id", ids.apply("tp"));
        payment.put("type", type);
        payment.put("status", "requested");
        payment.put("created_at", Instant.now().toString());
        payment.put("original", sale.get("reference"));
        payment.put("reference", ids.apply("rk-reference"));
        if (body.has("amount_minor")) {
            payment.put("amount_minor", body.path("amount_minor").asLong());
        }
        return stored(payment);
    }

    private Map<String, Object> stored(Map<String, Object> payment) throws IOException {
        all.put((String) payment.get("id"), payment);
        command(payment);
        return payment;
    }

    private void command(Map<String, Object> payment) throws IOException {
        if (payment.containsKey("type")) {
            channel.reverse(
                    (String) payment.get("id"),
                    (String) payment.get("type"),
                    (String) payment.get("reference"),
                    (long) payment.get("amount_minor"),
                    (String) payment.get("currency"),
                    (String) payment.get("original"));
            return;
        }
        channel.command(
                (String) payment.get("id"),
                "sale",
                (String) payment.get("reference"),
                (long) payment.get("amount_minor"),
                (String) payment.get("currency"));
    }

    /** What a till has not answered comes again when it is back. */
    void commandAgain() {
        for (Map<String, Object> payment : all.values()) {
            if (payment.get("status").equals("requested")) {
                try {
                    command(payment);
                } catch (IOException e) {
                    return; // gone again: the next hello brings it
                }
            }
        }
    }

    /** Takes what a till answers. The refund or void that went through by that; null if none did. */
    Map<String, Object> settle(JsonNode outcome) {
        Map<String, Object> payment = all.get(outcome.path("command_id").asString());
        if (payment == null) {
            return null;
        }
        boolean before = "approved".equals(payment.get("status"));
        payment.put("status", outcome.path("status").asString());
        boolean back = payment.containsKey("type") && "approved".equals(payment.get("status")) && !before;
        return back ? payment : null;
    }
}
