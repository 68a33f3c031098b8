package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API keys that this sandbox knows. The database holds their SHA-256 only. */
public final class Keys {
    private static final String PREFIX = "rk_sandbox_";

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;
    private final Map<String, ApiKey> known = new ConcurrentHashMap<>();

    /**
     * A key as the platform sees it.
     *
     * @param hash SHA-256 of its text
     * @param scopes such as {@code orders:read} or {@code orders:*}
     * @param version the API version that it is pinned to
     */
    public record ApiKey(String hash, Set<String> scopes, String version) {
        /** Whether this key may do what {@code scope} names. */
        boolean allows(String scope) {
            return scopes.contains(scope) || scopes.contains(scope.substring(0, scope.indexOf(':')) + ":*");
        }
    }

    /** Keys kept in {@code database}. */
    public Keys(Database database, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /** A new key with these scopes, pinned to {@code version}; its text is only ever returned here. */
    public String issue(Set<String> scopes, String version) {
        String text = PREFIX + ids.prefixed("") + ids.prefixed("") + ids.prefixed("");
        admit(text, scopes, version);
        return text;
    }

    /** Makes a key known, or gives a known one these scopes. */
    public void admit(String text, Set<String> scopes, String version) {
        String joined = String.join(" ", new TreeSet<>(scopes));
        database.transaction(tx -> tx.update("""
                INSERT INTO api_keys (hash, scopes, version, created) VALUES (?, ?, ?, ?)
                ON CONFLICT (hash) DO UPDATE SET scopes = excluded.scopes""", hash(text), joined, version, clock.millis()));
        known.remove(hash(text));
    }

    /** The key that a request came with; none, or an unknown one, is refused with 401. */
    public ApiKey require(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw denied("No API key: send it in the x-api-key header.");
        }
        if (!text.startsWith(PREFIX)) {
            throw denied("This is the sandbox: its keys start with " + PREFIX + ".");
        }
        ApiKey key = known.computeIfAbsent(hash(text), this::load);
        if (key == null) {
            throw denied("Unknown or revoked API key.");
        }
        return key;
    }

    /** Refuses with 403 unless {@code key} has {@code scope}. */
    public static void permit(ApiKey key, String scope) {
        if (!key.allows(scope)) {
            throw new Refusal(403, "permission_denied", "This API key lacks the scope " + scope + ".", null);
        }
    }

    /** SHA-256 of a text, in hexadecimal. */
    public static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private @Nullable ApiKey load(String hash) {
        return database.transaction(tx -> tx.first(
                        row -> new ApiKey(
                                hash, Set.copyOf(Arrays.asList(row.getString(1).split(" "))), row.getString(2)),
                        "SELECT scopes, version FROM api_keys WHERE hash = ?",
                        hash)
                .orElse(null));
    }

    private static Refusal denied(String message) {
        return new Refusal(401, "unauthenticated", message, null);
    }
}
