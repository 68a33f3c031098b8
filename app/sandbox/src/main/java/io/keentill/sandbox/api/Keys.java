package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Work;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API keys that this sandbox knows. The database holds their SHA-256 only. */
public final class Keys {
    private static final String PREFIX = "rk_sandbox_";
    /** The start of a connector's own token, made when it was linked. Ours, not RevKeen's. */
    public static final String CONNECTOR = "rk_connector_";
    /** What a connector's token may do: hold the connector channel of its own device, and nothing else. */
    public static final String CONNECTOR_SCOPE = "connector:link";

    private static final String PORTAL = "customer_portal:";
    private static final String BEARER = "Bearer ";
    private static final Set<String> TOKENS = Set.of("rkcps_", "rk_oauth_", CONNECTOR);

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
     * @param subject the id of whom it speaks for, such as a portal token's customer; null for a merchant's key
     * @param expires when it stops working, null for never
     */
    public record ApiKey(
            String hash,
            Set<String> scopes,
            String version,
            @Nullable String subject,
            @Nullable Instant expires) {
        /** Whether this key may do what {@code scope} names: one scope, or several with a bar between them. */
        boolean allows(String scope) {
            if (scope.indexOf('|') >= 0) {
                return Arrays.stream(scope.split("\\|")).anyMatch(this::allows);
            }
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

    /**
     * A token for a while, such as a customer's portal session (API reference A.2), sent as {@code Authorization:
     * Bearer}. It is made in the transaction of {@code work}; its text is only ever returned here.
     *
     * @param prefix {@code rkcps_}, {@code rk_oauth_} or {@link #CONNECTOR}
     * @param subject the id of whom it speaks for, or null
     */
    public static String issueToken(
            Work work, String prefix, Set<String> scopes, @Nullable String subject, @Nullable Instant expires) {
        if (!TOKENS.contains(prefix)) {
            throw new IllegalArgumentException("no such kind of token: " + prefix);
        }
        Ids ids = work.ids();
        String text = prefix + ids.prefixed("") + ids.prefixed("") + ids.prefixed("");
        work.tx()
                .update(
                        """
                INSERT INTO api_keys (hash, scopes, version, created, subject, expires) VALUES (?, ?, ?, ?, ?, ?)""",
                        hash(text),
                        String.join(" ", new TreeSet<>(scopes)),
                        Versions.CURRENT,
                        work.now().toEpochMilli(),
                        subject,
                        expires == null ? null : expires.toEpochMilli());
        return text;
    }

    /** All keys and tokens, oldest first. */
    public List<ApiKey> all() {
        return database.read(tx -> tx.query(
                row -> key(row.getString(1), row),
                "SELECT hash, scopes, version, subject, expires FROM api_keys ORDER BY created"));
    }

    /** Makes a key or token unknown; whether it was known. */
    public boolean revoke(String text) {
        String hash = hash(text);
        int rows = database.transaction(tx -> tx.update("DELETE FROM api_keys WHERE hash = ?", hash));
        known.remove(hash);
        return rows > 0;
    }

    /** The key or token that a request came with; none, an unknown or an expired one is refused with 401. */
    ApiKey require(ApiRequest request, Instant now) {
        return require(request.header("x-api-key"), request.header("authorization"), now);
    }

    /** The same from the two headers that can carry it. */
    public ApiKey require(@Nullable String apiKey, @Nullable String bearer, Instant now) {
        if (bearer == null || apiKey != null) {
            return require(apiKey);
        }
        String token = bearer.startsWith(BEARER) ? bearer.substring(BEARER.length()) : "";
        if (TOKENS.stream().noneMatch(token::startsWith)) {
            throw denied("A bearer token starts with rk_oauth_ or rkcps_; an API key goes into the x-api-key header.");
        }
        ApiKey key = known.computeIfAbsent(hash(token), this::load);
        if (key == null || (key.expires() != null && !now.isBefore(key.expires()))) {
            throw denied("Unknown or expired token.");
        }
        return key;
    }

    /** The key with this text; none, or an unknown one, is refused with 401. */
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
        if (scope.startsWith(PORTAL) && key.subject() == null) {
            throw denied("The customer portal takes a portal session's token, not an API key.");
        }
        if (!key.allows(scope)) {
            throw new Refusal(
                    403, "permission_denied", "This API key lacks the scope " + scope.replace("|", " or ") + ".", null);
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
        return database.read(tx -> tx.first(
                        row -> key(hash, row),
                        "SELECT hash, scopes, version, subject, expires FROM api_keys WHERE hash = ?",
                        hash)
                .orElse(null));
    }

    private static ApiKey key(String hash, ResultSet row) throws SQLException {
        Set<String> scopes = Set.copyOf(Arrays.asList(row.getString(2).split(" ")));
        return new ApiKey(hash, scopes, row.getString(3), row.getString(4), moment(row.getString(5)));
    }

    private static @Nullable Instant moment(@Nullable String millis) {
        return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static Refusal denied(String message) {
        return new Refusal(401, "unauthenticated", message, null);
    }
}
