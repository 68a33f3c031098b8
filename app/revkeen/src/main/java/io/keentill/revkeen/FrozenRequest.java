package io.keentill.revkeen;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One mutating HTTP request with everything decided: what an outbox stores and later sends, byte for byte.
 *
 * @param method POST, PUT, PATCH or DELETE
 * @param path relative to the base URL, starting with one slash, already encoded, with its query if it has one
 * @param body the exact bytes; empty for none
 * @param idempotencyKey 1 to 255 visible ASCII characters; RevKeen remembers it for 24 hours from first use, and takes no
 *     notice of it on DELETE (section A.5)
 * @param contentType what the bytes are; not sent when there are none
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content below
public record FrozenRequest(String method, String path, byte[] body, String idempotencyKey, String contentType) {
    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String JSON = "application/json";
    private static final Pattern PATH = Pattern.compile("/(?!/)[!-~&&[^#\\\\]]*");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final Pattern TYPE = Pattern.compile("[ -~]{3,200}");

    /** Refuses anything that is not a plain mutating request below the base URL. */
    public FrozenRequest {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("method must be POST, PUT, PATCH or DELETE, not " + method);
        }
        if (!PATH.matcher(path).matches() || path.contains("/../") || path.contains("/./")) {
            throw new IllegalArgumentException("path must be encoded and start with one slash");
        }
        if (!KEY.matcher(idempotencyKey).matches()) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 visible ASCII characters");
        }
        if (!TYPE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("a content type has 3 to 200 ASCII characters");
        }
        body = body.clone();
    }

    /** With a JSON body, or none. */
    public FrozenRequest(String method, String path, byte[] body, String idempotencyKey) {
        this(method, path, body, idempotencyKey, JSON);
    }

    /** A copy of the bytes. */
    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrozenRequest(String m, String p, byte[] b, String k, String t)
                && method.equals(m)
                && path.equals(p)
                && idempotencyKey.equals(k)
                && contentType.equals(t)
                && Arrays.equals(body, b);
    }

    @Override
    public int hashCode() {
        return idempotencyKey.hashCode() * 31 + path.hashCode();
    }

    /** Without the query and the body, which may hold personal data. */
    @Override
    public String toString() {
        return method + " " + path.replaceFirst("\\?.*", "?…") + " (" + body.length + " bytes, key " + idempotencyKey
                + ")";
    }
}
