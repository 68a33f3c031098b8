package io.keentill.device.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A request. Host, Content-Length and Connection are added by the client and may not be among the headers. */
public final class HttpCall {

    private static final Set<String> OURS = Set.of("host", "content-length", "connection", "transfer-encoding");

    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * Checks everything that stands in a line, so that no value can add a line of its own.
     *
     * @param method upper case
     * @param target path and query as they stand in the request line, percent-encoded already
     * @param headers by name
     * @param body bytes to send; empty for none
     * @throws IllegalArgumentException if a part cannot stand in a request
     */
    public HttpCall(String method, String target, Map<String, String> headers, byte[] body) {
        require(HttpSyntax.isToken(method), "method");
        require(target.startsWith("/") && HttpSyntax.isVisible(target), "target");
        headers.forEach((name, value) -> {
            require(HttpSyntax.isToken(name) && !OURS.contains(HttpSyntax.lower(name)), "header " + name);
            require(HttpSyntax.isFieldValue(value), "header " + name);
        });
        this.method = method;
        this.target = target;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    /** A GET. */
    public static HttpCall get(String target) {
        return new HttpCall("GET", target, Map.of(), new byte[0]);
    }

    /** A POST of JSON text. */
    public static HttpCall postJson(String target, String json) {
        return new HttpCall(
                "POST",
                target,
                Map.of("Content-Type", "application/json; charset=utf-8"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** With one more header. */
    public HttpCall with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, target, more, body);
    }

    /** Its method, upper case. */
    public String method() {
        return method;
    }

    /** Whether asking twice does the same as asking once, by HTTP's own rules; only such calls reuse a connection. */
    public boolean isRepeatable() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The head and body as they go out. */
    byte[] encode(String host, boolean keepAlive) {
        StringBuilder head = new StringBuilder()
                .append(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || !isRepeatable()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: ").append(keepAlive ? "keep-alive" : "close").append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static void require(boolean ok, String part) {
        if (!ok) {
            throw new IllegalArgumentException("The " + part + " cannot stand in an HTTP request");
        }
    }

    /** Method and path alone: query, headers and body may hold secrets. */
    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + (query < 0 ? target : target.substring(0, query) + "?…");
    }
}
