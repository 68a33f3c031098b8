package io.keentill.sandbox.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in, independent of the server underneath.
 *
 * @param method upper case
 * @param path below the API's base, as sent (percent-encoded), starting with a slash
 * @param query first value of each query parameter, decoded
 * @param headers header values by lower-case name
 * @param body the body's text, empty when there is none
 */
public record ApiRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    /** A header's value, or null. */
    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** The path's segments, each decoded by itself, so that an encoded slash stays inside its segment. */
    public List<String> segments() {
        return Arrays.stream(path.substring(1).split("/", -1))
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }
}
