package io.keentill.device.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A whole answer. */
public final class HttpReply {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /** One with its header names in lower case. */
    HttpReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    /** 200 to 599. */
    public int status() {
        return status;
    }

    /** The header of this name, in either case; of one that came twice the values with a comma between. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(HttpSyntax.lower(name)));
    }

    /** All of it, chunks put together; a copy. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8; what is none is replaced. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Status and size alone: a body may hold secrets. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
