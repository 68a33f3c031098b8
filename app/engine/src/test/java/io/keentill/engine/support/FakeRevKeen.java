package io.keentill.engine.support;

import io.keentill.engine.support.HttpPeer.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of RevKeen as a till's sync needs, over real HTTP and with a memory of its own: objects, and the answers given
 * under each idempotency key. Faults are put before it one by one.
 */
public final class FakeRevKeen implements AutoCloseable {

    /** What goes wrong with a request. */
    public enum Fault {
        /** The connection breaks before anything is done. */
        DROP_REQUEST,
        /** Everything is done and the answer never arrives. */
        DROP_ANSWER,
        /** Everything is done and half of the answer arrives. */
        GARBLE_ANSWER
    }

    private record Kept(byte[] body, int status, String answer) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpPeer http = new HttpPeer(this::handle);
    private final ChannelPeer channel = new ChannelPeer();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final FakeFaults faults = new FakeFaults();
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, Map<String, Object>> invoices = new LinkedHashMap<>();
    private final List<Map<String, Object>> orders = new ArrayList<>();
    private final List<Map<String, Object>> payments = new ArrayList<>();
    private final FakeTerminalPayments terminalPayments = new FakeTerminalPayments(channel, this::id);
    private final FakeCredits credits = new FakeCredits();
    private final List<Map<String, Object>> movements = new ArrayList<>();
    private volatile boolean offersChannel = true;
    private volatile boolean refusesVoids;
    private volatile boolean finalizesByHand;
    private int lastId;

    public FakeRevKeen() throws IOException {
        channel.onOutcome(this::settle);
        channel.onHello(this::commandAgain);
    }

    public String url() {
        return "http://127.0.0.1:" + http.port() + "/v2";
    }

    /** A server that has no connector channel. */
    public FakeRevKeen withoutChannel() {
        offersChannel = false;
        return this;
    }

    public boolean offersChannel() {
        return offersChannel;
    }

    public ChannelPeer channel() {
        return channel;
    }

    /** A request that was held up on its way gets there after all. */
    public void arrivesLate(Request request) throws IOException {
        handle(request, InputStream.nullInputStream(), OutputStream.nullOutputStream());
    }

    /** The next {@code times} requests that fit suffer this. */
    public void fault(int times, Predicate<Request> when, Fault fault) {
        faults.add(times, when, fault, 0, "");
    }

    /**
     * The next request that fits suffers this, and the network goes away with it: nothing arrives any more until {@link
     * #comesBack}. So whoever asks again soon cannot be faster than what the test does meanwhile.
     */
    public void goesAwayWith(Predicate<Request> when, Fault fault) {
        faults.addLast(when, fault);
    }

    /** The network is there again. */
    public void comesBack() {
        faults.comeBack();
    }

    /** The next {@code times} requests that fit are refused like this and not carried out. */
    public void refuse(int times, Predicate<Request> when, int status, String body, String... headers) {
        faults.add(times, when, Fault.DROP_REQUEST, status, body, headers);
    }

    /** Nothing goes wrong any more. */
    public void heal() {
        faults.clear();
    }

    /** Idempotency keys are forgotten, as after 24 hours. */
    public synchronized void forgetKeys() {
        kept.clear();
    }

    /** Every request that has arrived so far, those that were dropped or refused too. */
    public List<Request> requests() {
        return requests;
    }

    /** Writes that begin like this, for instance {@code POST /v2/orders}. */
    public List<Request> requests(String line) {
        return requests.stream().filter(r -> r.line().startsWith(line)).toList();
    }

    public synchronized List<Map<String, Object>> invoices() {
        return List.copyOf(invoices.values());
    }

    public synchronized List<Map<String, Object>> orders() {
        return List.copyOf(orders);
    }

    /** Offline payments that were recorded. */
    public synchronized List<Map<String, Object>> payments() {
        return List.copyOf(payments);
    }

    public synchronized List<Map<String, Object>> terminalPayments() {
        return terminalPayments.all();
    }

    public synchronized List<Map<String, Object>> creditNotes() {
        return credits.all();
    }

    private void handle(Request request, InputStream in, OutputStream out) throws IOException {
        if (faults.away()) {
            return;
        }
        if (request.path().endsWith("/connector")) {
            if (offersChannel) {
                channel.serve(request, in, out);
            } else {
                HttpPeer.answer(out, 404, "{}");
            }
            return;
        }
        FakeFaults.Trap trap = faults.of(request);
        boolean carriedOut = trap == null || (trap.status() == 0 && trap.fault() != Fault.DROP_REQUEST);
        Kept answer = carriedOut ? remembered(request) : null;
        requests.add(request);
        if (trap != null && trap.status() != 0) {
            HttpPeer.answer(out, trap.status(), trap.body(), trap.headers());
            return;
        }
        if (answer == null || (trap != null && trap.fault() == Fault.DROP_ANSWER)) {
            return;
        }
        String text = trap == null
                ? answer.answer()
                : answer.answer().substring(0, answer.answer().length() / 2);
        HttpPeer.answer(out, answer.status(), text);
    }

    private synchronized Kept remembered(Request request) throws IOException {
        String key = request.headers().get("Idempotency-Key");
        Kept before = key == null ? null : kept.get(key);
        if (before != null) {
            return Arrays.equals(before.body(), request.body())
                    ? before
                    : new Kept(
                            request.body(), 409, "{\"error\":{\"code\":\"idempotency_conflict\",\"message\":\"no\"}}");
        }
        Kept fresh = carryOut(request);
        if (key != null && fresh.status() < 300) {
            kept.put(key, fresh);
        }
        return fresh;
    }

    private Kept carryOut(Request request) throws IOException {
        JsonNode body = request.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(request.body());
        String path = request.path().substring("/v2".length());
        if (request.method().equals("GET")) {
            return get(request, path);
        }
        if (path.startsWith("/customers/external/")) {
            return ok(request, 200, Map.of("data", Map.of("id", "cus-1", "email", "w@x.invalid"), "created", true));
        }
        if (path.startsWith("/invoices/external/")) {
            return upsert(request, path.substring(path.lastIndexOf('/') + 1), body);
        }
        if (path.startsWith("/invoices/")) {
            Map<String, Object> invoice = invoices.get(path.split("/")[2]);
            if (path.endsWith("/pay")) {
                pay(invoice, body);
            } else {
                invoice.put("status", "finalized");
            }
            return ok(request, 200, Map.of("data", invoice));
        }
        if (path.equals("/orders")) {
            return order(request, body);
        }
        if (path.equals("/credit_notes")) {
            return credit(request, body);
        }
        if (path.startsWith("/credit_notes/")) {
            Map<String, Object> note = credits.get(path.split("/")[2]);
            note.put("status", "voided");
            return ok(request, 200, Map.of("data", note));
        }
        if (path.startsWith("/terminal-payments/")) {
            return reversal(request, path.split("/")[2], path.split("/")[3], body);
        }
        return ok(request, 201, Map.of("data", terminalPayments.post(body)));
    }

    /** Somebody finalises every invoice by hand as soon as it is there. */
    public void finalizedElsewhere() {
        finalizesByHand = true;
    }

    private Kept get(Request request, String path) {
        if (path.equals("/orders")) {
            return ok(request, 200, Map.of("data", orders.reversed(), "has_more", false));
        }
        if (path.equals("/payments")) {
            return ok(request, 200, Map.of("data", payments, "has_more", false));
        }
        if (path.equals("/credit_notes")) {
            return ok(request, 200, Map.of("data", credits.all()));
        }
        if (path.equals("/transactions")) {
            return ok(request, 200, Map.of("data", movements.reversed(), "has_more", false));
        }
        if (path.startsWith("/credit_notes/") && !path.startsWith("/credit_notes/invoice/")) {
            return ok(request, 200, Map.of("data", credits.get(path.split("/")[2])));
        }
        if (path.startsWith("/credit_notes/invoice/")) {
            return eligibility(request, path.split("/")[3]);
        }
        if (path.equals("/invoices")) {
            return ok(request, 200, Map.of("data", List.copyOf(invoices.values())));
        }
        if (path.startsWith("/invoices/")) {
            return ok(request, 200, Map.of("data", invoices.get(path.split("/")[2])));
        }
        if (path.startsWith("/terminal-payments/")) {
            Map<String, Object> found = terminalPayments.get(path.split("/")[2]);
            return found == null
                    ? new Kept(request.body(), 404, "{\"error\":\"not_found\"}")
                    : ok(request, 200, Map.of("data", found));
        }
        Object all = path.equals("/terminal-payments") ? terminalPayments.listed(request.query()) : List.of();
        return ok(request, 200, Map.of("data", all, "meta", Map.of("count", 0, "limit", 100)));
    }

    private Kept upsert(Request request, String externalId, JsonNode body) {
        for (Map<String, Object> there : invoices.values()) {
            if (there.get("external_id").equals(externalId)) {
                // A repeated content is not stored again, and the answer names no id (API: ignored upserts).
                return ok(request, 200, Map.of("ignored", true, "reason", "unchanged_content"));
            }
        }
        Map<String, Object> invoice = new LinkedHashMap<>();
        invoice.put("id", id("inv"));
        invoice.put("customer_uuid", body.path("customer_uuid").asString());
        invoice.put("external_source", "keentill");
        invoice.put("external_id", externalId);
        invoice.put("total_minor", body.path("total_minor").asLong());
        invoice.put("currency", body.path("currency").asString());
        invoice.put("status", finalizesByHand ? "open" : "draft");
        invoices.put((String) invoice.get("id"), invoice);
        return ok(request, 200, Map.of("data", invoice, "created", true));
    }

    private void pay(Map<String, Object> invoice, JsonNode body) {
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("id", id("pay"));
        payment.put("invoice_id", invoice.get("id"));
        payment.put("status", "succeeded");
        payment.put("currency", invoice.get("currency"));
        payment.put("amount", body.path("amount_minor").asLong());
        payment.put("payment_method_type", body.path("payment_method").asString());
        payment.put("metadata", Map.of("reference", body.path("reference").asString()));
        payments.add(payment);
        invoice.put("status", "paid");
    }

    /** As the contract has it: no more than was paid, and one for each key in the body, for ever. */
    private Kept credit(Request request, JsonNode body) {
        String invoice = body.path("invoice_id").asString();
        String key = body.path("idempotency_key").asString("");
        if (credits.hasKey(key)) {
            return new Kept(request.body(), 409, "{\"error\":{\"code\":\"conflict\",\"message\":\"duplicate\"}}");
        }
        long amount = body.path("amount_minor").asLong();
        if (amount > creditable(invoice)) {
            return new Kept(
                    request.body(),
                    400,
                    "{\"error\":{\"code\":\"invalid_request\",\"message\":\"Only " + creditable(invoice)
                            + " of this invoice can be credited.\"}}");
        }
        Map<String, Object> note =
                credits.add(invoice, amount, key, body.path("reason").asString());
        note.put("tax_amount_minor", body.path("tax_amount_minor").asLong());
        note.put("credit_method", body.path("credit_method").asString());
        return ok(request, 201, Map.of("data", note));
    }

    private long creditable(String invoice) {
        return (long) invoices.get(invoice).get("total_minor") - credits.credited(invoice);
    }

    private Kept eligibility(Request request, String invoice) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("invoice_id", invoice);
        data.put("total_paid_minor", invoices.get(invoice).get("total_minor"));
        data.put("max_creditable_minor", creditable(invoice));
        data.put("eligible", creditable(invoice) > 0);
        data.put(
                "payments",
                payments.stream()
                        .filter(p -> invoice.equals(p.get("invoice_id")))
                        .map(p -> Map.of(
                                "transaction_id", p.get("id"),
                                "payment_method", p.get("payment_method_type"),
                                "amount_minor", p.get("amount"),
                                "amount_available_minor", p.get("amount"),
                                "constraints", Map.of()))
                        .toList());
        return ok(request, 200, Map.of("data", data));
    }

    private Kept reversal(Request request, String saleId, String type, JsonNode body) throws IOException {
        return refusesVoids && type.equals("void")
                ? new Kept(request.body(), 422, "{\"error\":\"Settled\",\"code\":\"already_settled\"}")
                : ok(request, 201, Map.of("data", terminalPayments.reverse(saleId, type, body)));
    }

    /** Another till gave so much of an invoice back. */
    public synchronized void creditElsewhere(String invoice, long minor) {
        credits.add(invoice, minor, "other", "-").put("credit_method", "external");
    }

    /** Whoever gave back by credit notes took them back. */
    public synchronized void takeBackCredits() {
        credits.takeBackAll();
    }

    /** Somebody gave so much of an invoice back from the dashboard, of what was paid in this way. */
    public synchronized void refundElsewhere(String invoice, long minor, String method) {
        moved("refund", invoice, minor, method);
    }

    private void moved(String type, Object invoice, Object minor, String method) {
        Map<String, Object> movement = new LinkedHashMap<>();
        movement.put("id", id("tx"));
        movement.put("type", type);
        movement.put("status", "succeeded");
        movement.put("invoice_id", invoice);
        movement.put("currency", "GBP");
        movement.put("amount", minor);
        movement.put("payment_method_type", method);
        movement.put("created_at", Instant.now().toString());
        movements.add(movement);
    }

    /** For RevKeen every sale is settled from now on. */
    public FakeRevKeen refusingVoids() {
        refusesVoids = true;
        return this;
    }

    private Kept order(Request request, JsonNode body) {
        long total = 0;
        for (JsonNode line : body.path("line_items")) {
            total += line.path("quantity").asLong() * line.path("unit_price").asLong();
        }
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", id("ord"));
        order.put("status", "pending");
        order.put("currency", body.path("currency").asString());
        order.put("subtotal", total);
        order.put("total", total);
        order.put("amount_due", total);
        order.put("invoice_id", body.path("invoice_id").asString());
        order.put("metadata", JSON.convertValue(body.path("metadata"), Map.class));
        orders.add(order);
        return ok(request, 201, order);
    }

    private synchronized void commandAgain() {
        terminalPayments.commandAgain();
    }

    private synchronized void settle(JsonNode outcome) {
        Map<String, Object> back = terminalPayments.settle(outcome);
        if (back != null) {
            moved((String) back.get("type"), back.get("invoice_id"), back.get("amount_minor"), "card");
        }
    }

    private String id(String kind) {
        lastId++;
        return kind + "-" + lastId;
    }

    private static Kept ok(Request request, int status, Map<String, Object> answer) {
        return new Kept(request.body(), status, JSON.writeValueAsString(answer));
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
