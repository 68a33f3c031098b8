package io.keentill.engine.support;

import io.keentill.engine.support.HttpPeer.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** RevKeen's checkout sessions over real HTTP, with a memory of keys, and customers who pay when a test says so. */
public final class FakeCheckout implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is done with requests that fit: dropped before or after they are carried out, or refused. */
    private record Trap(Predicate<Request> when, boolean carriedOut, int status) {}

    private final HttpPeer http = new HttpPeer(this::handle);
    private final Map<String, Map<String, Object>> sessions = new LinkedHashMap<>();
    private final Map<String, String> byKey = new LinkedHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private volatile Runnable onRequest = () -> {};
    private volatile long skew;

    public FakeCheckout() throws IOException {}

    public String url() {
        return "http://127.0.0.1:" + http.port() + "/v2";
    }

    /** Runs before each request is carried out and before its answer leaves. */
    public void onRequest(Runnable hook) {
        onRequest = hook;
    }

    /** Every request that fits is carried out and never answered. */
    public void dropAnswers(Predicate<Request> when) {
        traps.add(new Trap(when, true, 0));
    }

    /** Every request that fits is dropped unseen. */
    public void dropRequests(Predicate<Request> when) {
        traps.add(new Trap(when, false, 0));
    }

    /** Every request that fits is refused. */
    public void refuse(Predicate<Request> when, int status) {
        traps.add(new Trap(when, false, status));
    }

    public void heal() {
        traps.clear();
    }

    /** Sessions are made for so much more than is asked. */
    public void asksMore(long minor) {
        skew = minor;
    }

    /** Every session says that so much is paid by it, in this currency. */
    public synchronized void charges(long minor, String currency) {
        sessions.values().forEach(s -> {
            s.put("amount_total", minor);
            s.put("currency", currency);
        });
    }

    /** The customer pays on the page of every session that is open. */
    public synchronized void customersPay() {
        sessions.values().stream()
                .filter(s -> s.get("status").equals("open") || s.get("status").equals("pending"))
                .forEach(s -> s.put("status", "complete"));
    }

    /** Puts every session into this state, whatever its state was. */
    public synchronized void all(String status) {
        sessions.values().forEach(s -> s.put("status", status));
    }

    public synchronized List<Map<String, Object>> sessions() {
        return List.copyOf(sessions.values());
    }

    public List<Request> requests(String line) {
        return requests.stream().filter(r -> r.line().startsWith(line)).toList();
    }

    private void handle(Request request, InputStream in, OutputStream out) throws IOException {
        onRequest.run();
        requests.add(request);
        for (Trap trap : traps) {
            if (trap.when().test(request)) {
                if (trap.carriedOut()) {
                    carryOut(request);
                }
                if (trap.status() != 0) {
                    HttpPeer.answer(out, trap.status(), "{\"error\":\"refused by the test\"}");
                }
                return;
            }
        }
        Answer answer = carryOut(request);
        onRequest.run();
        HttpPeer.answer(out, answer.status(), answer.body());
    }

    private record Answer(int status, String body) {}

    private synchronized Answer carryOut(Request request) {
        String[] path = request.path().split("[/?]");
        if (path[2].equals("payment-attempts")) {
            return tried();
        }
        if (path.length == 3) {
            return create(request);
        }
        Map<String, Object> session = sessions.get(path[3]);
        if (session == null) {
            return new Answer(404, "{\"error\":\"no such session\"}");
        }
        if (path.length == 4) {
            return data(200, session);
        }
        if (!session.get("status").equals("open")) {
            return new Answer(409, "{\"error\":\"A session that is " + session.get("status") + " stays.\"}");
        }
        session.put("status", "expired");
        return data(200, Map.of("id", session.get("id"), "status", "expired", "expired_at", "2026-11-24T10:00:00Z"));
    }

    /** What was tried on the pages: one attempt that failed and one that succeeded for each that is paid. */
    private Answer tried() {
        List<Map<String, Object>> all = sessions.values().stream()
                .filter(s -> s.get("status").equals("complete"))
                .flatMap(s -> Stream.of(tried(s, "failed", "declined-"), tried(s, "succeeded", "payment-")))
                .toList();
        return new Answer(200, JSON.writeValueAsString(Map.of("data", all, "meta", Map.of("count", all.size()))));
    }

    private static Map<String, Object> tried(Map<String, Object> session, String status, String payment) {
        return Map.of(
                "id",
                status + session.get("id"),
                "checkout_session_id",
                session.get("id"),
                "payment_id",
                payment + session.get("id"),
                "attempt_status",
                status);
    }

    private Answer create(Request request) {
        String key = request.headers().get("Idempotency-Key") + " " + request.text();
        String known = byKey.get(key);
        if (known == null) {
            JsonNode body = JSON.readTree(request.body());
            Map<String, Object> session = new LinkedHashMap<>();
            known = "cs-" + (sessions.size() + 1);
            session.put("id", known);
            session.put("status", "open");
            session.put("amount_total", body.path("amountMinor").asLong() + skew);
            session.put("currency", body.path("currency").asString());
            session.put("url", "https://pay.invalid/" + known);
            session.put("expires_at", "2026-11-24T11:00:00Z");
            session.put("allowed_methods", List.of("card"));
            sessions.put(known, session);
            byKey.put(key, known);
        }
        Map<String, Object> made = new LinkedHashMap<>(sessions.get(known));
        made.put("amount_minor", made.remove("amount_total"));
        made.remove("status");
        made.put("public_token", "tok-" + known);
        return data(201, made);
    }

    private static Answer data(int status, Map<String, Object> data) {
        return new Answer(status, JSON.writeValueAsString(Map.of("data", data, "requestId", "r")));
    }

    @Override
    public void close() throws Exception {
        http.close();
    }
}
