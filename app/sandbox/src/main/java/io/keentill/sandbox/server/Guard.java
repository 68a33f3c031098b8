package io.keentill.sandbox.server;

import io.keentill.sandbox.api.ApiRequest;
import io.keentill.sandbox.api.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the sandbox's controls: programs of this machine, or, when the sandbox listens on other addresses, whoever
 * has its key.
 *
 * @param key the key that is asked for, null when the sandbox listens on loopback only
 */
public record Guard(@Nullable String key) {
    private static final Set<String> LOCAL_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * Refuses with 401 or 403. A web page in a browser must never reach the controls: it names another host, or an
     * origin.
     */
    void check(ApiRequest request) {
        if (request.header("origin") != null) {
            throw new Refusal(403, "permission_denied", "The sandbox controls are not for web pages.", null);
        }
        if (key != null) {
            byte[] given = bytes(Objects.requireNonNullElse(request.header("x-api-key"), ""));
            if (!MessageDigest.isEqual(given, bytes(key))) {
                throw new Refusal(
                        401,
                        "unauthenticated",
                        "This sandbox can be reached from other machines: send its key in the x-api-key header.",
                        null);
            }
            return;
        }
        String host = Objects.requireNonNullElse(request.header("host"), "").replaceFirst(":\\d+$", "");
        if (!LOCAL_NAMES.contains(host)) {
            throw new Refusal(403, "permission_denied", "The sandbox controls answer to this machine only.", null);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
