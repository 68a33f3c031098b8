package io.keentill.engine.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * RevKeen's side: objects with a ledger of their own, idempotency keys that are forgotten after 24 hours by the true time,
 * and the refusals that the contract names. What goes wrong on the way is not its business, see {@link Line}.
 */
final class SimRevKeen {

    private static final Duration KEYS_LIVE = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer, not yet on its way. */
    record Reply(int status, String body) {}

    /** An invoice. */
    static final class Invoice {
        final String id;
        final String externalId;
        final long total;
        final String currency;
        String status = "draft";
        long paid;

        private Invoice(String id, String externalId, long total, String currency) {
            this.id = id;
            this.externalId = externalId;
            this.total = total;
            this.currency = currency;
        }

        private String json() {
            return "{\"id\":\"" + id
                    + "\",\"customer_uuid\":\"cus-1\",\"external_source\":\"keentill\",\"external_id\":\""
                    + externalId + "\",\"total_minor\":" + total + ",\"currency\":\"" + currency + "\",\"status\":\""
                    + status + "\"}";
        }
    }

    /** An order; {@code sale} is the till's id of it. */
    record Order(
            String id,
            String sale,
            String invoice,
            long total,
            String currency,
            Instant at,
            String metadata,
            String lines) {
        private String json() {
            return "{\"id\":\"" + id + "\",\"object\":\"order\",\"status\":\"pending\",\"currency\":\"" + currency
                    + "\",\"subtotal\":" + total + ",\"total\":" + total + ",\"amount_due\":" + total
                    + ",\"invoice_id\":\"" + invoice + "\",\"created_at\":\"" + at + "\",\"metadata\":" + metadata
                    + ",\"line_items\":[" + lines + "]}";
        }
    }

    /** Money recorded on an invoice under the till's reference. */
    record Payment(String id, String invoice, long minor, String method, String reference) {
        private String json() {
            return "{\"id\":\"" + id + "\",\"invoice_id\":\"" + invoice
                    + "\",\"status\":\"succeeded\",\"currency\":\"GBP\","
                    + "\"amount\":" + minor + ",\"payment_method_type\":\"" + method
                    + "\",\"metadata\":{\"reference\":\"" + reference + "\"}}";
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(byte[] body, Reply reply, Instant at) {}

    private final Timeline time;
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Map<String, Invoice> bySale = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final SimDevices devices;
    private final SimCredits credits;
    private int made;

    SimRevKeen(Timeline time) {
        this.time = time;
        this.devices = new SimDevices(time, this::movedAtDevice);
        this.credits = new SimCredits(this, time);
    }

    SimDevices devices() {
        return devices;
    }

    SimCredits credits() {
        return credits;
    }

    /** Money taken on a terminal of ours pays the invoice that it was for; money given back is in the ledger. */
    private void movedAtDevice(SimDevices.TerminalPayment payment, long minor) {
        if (payment.original != null) {
            credits.moved(id("tx"), payment, minor);
            return;
        }
        Invoice invoice = invoices.get(payment.invoice);
        payments.add(new Payment(id("pay"), payment.invoice, minor, "card_present", payment.reference));
        paid(invoice, minor);
    }

    /**
     * Somebody at the dashboard lets money of a card payment go back on its terminal; null where RevKeen does not allow it
     * or the terminal is not there.
     *
     * @param minor null for all that is left
     */
    SimDevices.@Nullable TerminalPayment command(SimDevices.TerminalPayment sale, String action, @Nullable Long minor) {
        Invoice invoice = invoices.get(sale.invoice);
        if (invoice == null || (minor == null ? sale.minor : minor) > credits.creditable(invoice)) {
            return null;
        }
        String id = id("tp");
        devices.reverse(id, sale.id, action, minor);
        SimDevices.TerminalPayment made = devices.payments().get(id);
        if (made != null) {
            made.commanded = true;
        }
        return made;
    }

    /**
     * Somebody there lets money of a card payment go back without its terminal, by what is left of the payment alone (API
     * reference B.17): of credit notes RevKeen does not ask then.
     *
     * @param minor null for all that is left
     */
    SimDevices.@Nullable TerminalPayment atGateway(SimDevices.TerminalPayment sale, @Nullable Long minor) {
        return devices.giveBackAtGateway(id("gw"), sale, minor);
    }

    private static void paid(Invoice invoice, long minor) {
        invoice.paid += minor;
        invoice.status = invoice.paid == invoice.total ? "paid" : "partially_paid";
    }

    Map<String, Invoice> invoices() {
        return invoices;
    }

    List<Order> orders() {
        return orders;
    }

    List<Payment> payments() {
        return payments;
    }

    /** A request arrives. */
    Reply arrive(String method, String path, String query, String key, byte[] body) {
        if (method.equals("GET")) {
            return get(path, query);
        }
        String name = key + " " + method + " " + path;
        Kept before = kept.get(name);
        if (before != null && before.at().plus(KEYS_LIVE).isAfter(time.instant())) {
            return Arrays.equals(before.body(), body)
                    ? before.reply()
                    : error(409, "idempotency_conflict", "This key was used for something else");
        }
        Reply reply = carryOut(path, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
        kept.put(name, new Kept(body, reply, time.instant()));
        return reply;
    }

    /** The effect is there, and what is kept under the key is a failure. */
    Reply failAfter(String method, String path, String key, byte[] body) {
        String name = key + " " + method + " " + path;
        Reply done = arrive(method, path, "", key, body);
        Reply failure = error(500, "internal", "Something broke on our side");
        if (done.status() < 300) {
            kept.put(name, new Kept(body, failure, kept.get(name).at()));
        }
        return failure;
    }

    private Reply carryOut(String path, JsonNode body) {
        String[] parts = path.split("/");
        return switch (parts[2]) {
            case "customers" -> ok(200, "{\"data\":{\"id\":\"cus-1\",\"email\":\"w@x.invalid\"},\"created\":true}");
            case "orders" -> order(body);
            case "terminal-payments" -> parts.length > 4 ? back(parts[3], parts[4], body) : post(body);
            case "credit_notes" -> credits.post(parts, id("cn"), body);
            case "invoices" -> parts[3].equals("external") ? upsert(parts[5], body) : invoice(parts[3], parts[4], body);
            default -> error(404, "not_found", "No such endpoint here: " + path);
        };
    }

    private Reply post(JsonNode body) {
        return devices.post(new SimDevices.Post(
                id("tp"),
                body.path("device_id").asString(),
                body.path("invoice_id").asString(),
                body.path("reference").asString(),
                body.path("amount_minor").asLong(),
                body.path("currency").asString()));
    }

    private Reply back(String sale, String action, JsonNode body) {
        JsonNode amount = body.path("amount_minor");
        return devices.reverse(id("tp"), sale, action, amount.isNumber() ? amount.asLong() : null);
    }

    private Reply upsert(String sale, JsonNode body) {
        Invoice there = bySale.get(sale);
        if (there != null) {
            if (!there.status.equals("draft")) {
                return error(409, "conflict", "The invoice is final");
            }
            return ok(200, "{\"ignored\":true,\"reason\":\"unchanged_content\"}");
        }
        Invoice invoice = new Invoice(
                id("inv"),
                sale,
                body.path("total_minor").asLong(),
                body.path("currency").asString());
        invoices.put(invoice.id, invoice);
        bySale.put(sale, invoice);
        return ok(201, "{\"data\":" + invoice.json() + ",\"created\":true}");
    }

    private Reply invoice(String id, String action, JsonNode body) {
        Invoice invoice = invoices.get(id);
        if (invoice == null) {
            return error(404, "not_found", "No such invoice");
        }
        if (action.equals("finalize")) {
            if (!invoice.status.equals("draft")) {
                return error(400, "invalid_state", "Only a draft can be finalised");
            }
            invoice.status = "finalized";
            return ok(200, "{\"data\":" + invoice.json() + "}");
        }
        long minor = body.path("amount_minor").asLong();
        if (invoice.status.equals("draft") || invoice.status.equals("paid") || invoice.paid + minor > invoice.total) {
            return error(400, "invalid_state", "The invoice is " + invoice.status);
        }
        paid(invoice, minor);
        payments.add(new Payment(
                id("pay"),
                id,
                minor,
                body.path("payment_method").asString(),
                body.path("reference").asString()));
        return ok(200, "{\"data\":" + invoice.json() + "}");
    }

    private Reply order(JsonNode body) {
        long total = 0;
        List<String> lines = new ArrayList<>();
        for (JsonNode line : body.path("line_items")) {
            long price = line.path("unit_price").asLong();
            long sum = line.path("quantity").asLong() * price;
            total += sum;
            lines.add("{\"id\":\"line-" + lines.size() + "\",\"description\":"
                    + line.path("description") + ",\"quantity\":"
                    + line.path("quantity").asLong()
                    + ",\"unit_price\":" + price + ",\"subtotal\":" + sum + ",\"total\":" + sum + "}");
        }
        Order order = new Order(
                id("ord"),
                body.path("metadata").path("keentill_order").asString(),
                body.path("invoice_id").asString(),
                total,
                body.path("currency").asString(),
                time.instant(),
                body.path("metadata").toString(),
                String.join(",", lines));
        orders.add(order);
        return ok(201, order.json());
    }

    private Reply get(String path, String query) {
        String[] parts = path.split("/");
        Map<String, String> asked = Lists.query(query);
        return switch (parts[2]) {
            case "orders" -> {
                if (asked.containsKey("status")) {
                    yield ok(200, "{\"data\":[],\"has_more\":false}"); // nobody touches orders there
                }
                Instant since = Instant.ofEpochSecond(Long.parseLong(asked.getOrDefault("created_gte", "0")));
                yield Lists.cursor(
                        orders.stream().filter(o -> !o.at().isBefore(since)).toList(), asked, Order::id, Order::json);
            }
            case "payments" -> {
                String invoice = asked.getOrDefault("invoice_id", "");
                yield Lists.cursor(
                        payments.stream()
                                .filter(p -> p.invoice().equals(invoice))
                                .toList(),
                        asked,
                        Payment::id,
                        Payment::json);
            }
            case "invoices" ->
                parts.length > 3
                        ? invoice(parts[3])
                        : Lists.offset(new ArrayList<>(invoices.values()), asked, Invoice::json);
            case "credit_notes" -> credits.get(parts, asked);
            case "transactions" -> credits.transactions(asked);
            case "terminal-payments" -> terminalPayments(parts, asked);
            default -> ok(200, "{\"data\":[],\"has_more\":false}");
        };
    }

    private Reply terminalPayments(String[] parts, Map<String, String> asked) {
        if (parts.length > 3) {
            SimDevices.TerminalPayment payment = devices.payments().get(parts[3]);
            return payment == null
                    ? error(404, "not_found", "No such payment")
                    : ok(200, "{\"data\":" + payment.json() + "}");
        }
        String invoice = asked.getOrDefault("invoice_id", "");
        return Lists.cursor(
                devices.payments().values().stream()
                        .filter(p -> p.invoice.equals(invoice) && !p.atGateway)
                        .toList(),
                asked,
                p -> p.id,
                SimDevices.TerminalPayment::json);
    }

    private Reply invoice(String id) {
        Invoice invoice = invoices.get(id);
        return invoice == null
                ? error(404, "not_found", "No such invoice")
                : ok(200, "{\"data\":" + invoice.json() + "}");
    }

    private String id(String kind) {
        made++;
        return kind + "-" + made;
    }

    /** An answer of this status. */
    static Reply ok(int status, String body) {
        return new Reply(status, body);
    }

    /** A refusal in the API's common shape. */
    static Reply error(int status, String code, String message) {
        return new Reply(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }

    /** As bytes. */
    static byte[] bytes(Reply reply) {
        return reply.body().getBytes(StandardCharsets.UTF_8);
    }
}
