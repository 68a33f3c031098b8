package io.keentill.engine.cloud;

import io.keentill.engine.support.HttpPeer;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * RevKeen's records of one terminal over real HTTP. Their states change when a test says so, which the sandbox's follow
 * rules, and it can read the contract in the other way where that leaves the order of two checks open.
 */
final class TerminalRecords implements AutoCloseable {

    static final String DEVICE = "device-1";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PAYMENTS = "/v2/terminal-payments";

    private final HttpPeer http = new HttpPeer(this::handle);
    private final List<Map<String, Object>> newestFirst = new ArrayList<>();
    private final Map<String, byte[]> keys = new HashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private boolean bodyFirst;
    private int lastId;

    TerminalRecords() throws IOException {}

    String url() {
        return "http://127.0.0.1:" + http.port() + "/v2";
    }

    /** A body is checked before the key that it came under. */
    synchronized void checksTheBodyFirst() {
        bodyFirst = true;
    }

    /** Adds a record that is newer than all others; its id. */
    synchronized String add(String type, String reference, String status, long minor, Instant at) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", type + "-" + ++lastId);
        record.put("device_id", DEVICE);
        record.put("type", type);
        record.put("status", status);
        record.put("amount_minor", minor);
        record.put("currency", "GBP");
        record.put("reference", reference);
        record.put("created_at", at.toString());
        newestFirst.addFirst(record);
        return "" + record.get("id");
    }

    /** The record with this reference shows this from now on. */
    synchronized void becomes(String reference, String status) {
        newestFirst.stream().filter(r -> reference.equals(r.get("reference"))).forEach(r -> r.put("status", status));
    }

    /** So many requests of this method to paths that begin like this have come. */
    long asked(String method, String path) {
        return requests.stream()
                .filter(r -> r.method().equals(method) && r.path().startsWith(PAYMENTS + path))
                .count();
    }

    private synchronized void handle(Request request, InputStream in, OutputStream out) throws IOException {
        requests.add(request);
        String rest = request.path().substring(PAYMENTS.length());
        if (request.method().equals("GET")) {
            HttpPeer.answer(out, 200, rest.isEmpty() ? page(request.query()) : single(rest.substring(1)));
        } else if (rest.endsWith("/cancel")) {
            String id = rest.substring(1, rest.length() - "/cancel".length());
            record(id).put("status", "cancelled");
            HttpPeer.answer(out, 200, single(id));
        } else {
            write(request, out);
        }
    }

    private void write(Request request, OutputStream out) throws IOException {
        JsonNode body = JSON.readTree(request.body());
        String key = request.headers().get("Idempotency-Key");
        boolean impossible = body.path("amount_minor").asLong(-1) < 0;
        byte[] before = keys.get(key);
        if (before != null && !Arrays.equals(before, request.body()) && !(bodyFirst && impossible)) {
            HttpPeer.answer(out, 409, "{\"error\":\"no\",\"code\":\"idempotency_conflict\"}");
            return;
        }
        if (impossible) {
            keys.putIfAbsent(key, request.body());
            HttpPeer.answer(out, 400, "{\"error\":\"no\",\"code\":\"validation_error\"}");
            return;
        }
        keys.put(key, request.body());
        String reference = body.path("reference").asString("");
        long minor = body.path("amount_minor").asLong();
        HttpPeer.answer(out, 201, single(add("sale", reference, "requested", minor, Instant.now())));
    }

    private Map<String, Object> record(String id) {
        return newestFirst.stream()
                .filter(r -> id.equals(r.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private String single(String id) {
        return JSON.writeValueAsString(Map.of("data", record(id)));
    }

    private String page(String query) {
        List<Map<String, Object>> page = new ArrayList<>(newestFirst.stream()
                .filter(r -> r.get("type").equals(value(query, "type", "sale")))
                .toList());
        String after = value(query, "starting_after", "");
        int from = 0;
        for (int i = 0; i < page.size(); i++) {
            from = after.equals(page.get(i).get("id")) ? i + 1 : from;
        }
        int limit = Integer.parseInt(value(query, "limit", "20"));
        List<Map<String, Object>> some = page.subList(from, Math.min(page.size(), from + limit));
        return JSON.writeValueAsString(Map.of("data", some, "meta", Map.of("count", some.size(), "limit", limit)));
    }

    private static String value(String query, String name, String otherwise) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
        return found.find() ? found.group(1) : otherwise;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
