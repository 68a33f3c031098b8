package io.keentill.sandbox.terminal;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Linking codes: with one a connector registers without a merchant's key, once. RevKeen has such codes and publishes
 * nothing about them (API reference D.2, D.9); length, lifetime and redemption are this sandbox's own.
 */
public final class Linking {
    /** How long a code can be used. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String KIND = "linking_code";
    /** Without letters and digits that look alike. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 10;

    private Linking() {}

    /** A new code, shown here only: the database keeps its SHA-256. */
    static Reply make(Call call) {
        Work work = call.work();
        String code = code(work.ids());
        Instant expires = work.now().plus(LIFETIME);
        ObjectNode kept = Json.object().put("id", work.ids().uuid()).put("_hash", hash(code));
        kept.put("expires_at", expires.toString()).putNull("used_at").putNull("device_id");
        work.insert(KIND, kept);
        return Reply.of(201, Json.object().put("code", code).put("expires_at", expires.toString()));
    }

    /** Whether {@code code} could be redeemed now. */
    public static boolean usable(Work work, @Nullable String code) {
        return open(work, code) != null;
    }

    /** Uses the code up for {@code device}: the connector's own token, shown here only; 409 when the code is no good. */
    static String redeem(Work work, @Nullable String code, String device) {
        ObjectNode kept = open(work, code);
        if (kept == null) {
            throw Refusal.conflict(
                    "invalid_code", "This linking code is unknown, used or expired; make a new one and connect again.");
        }
        kept.put("used_at", work.nowText()).put("device_id", device);
        work.save(KIND, kept);
        return Keys.issueToken(work, Keys.CONNECTOR, Set.of(Keys.CONNECTOR_SCOPE), device, null);
    }

    private static @Nullable ObjectNode open(Work work, @Nullable String code) {
        if (code == null) {
            return null;
        }
        ObjectNode kept =
                Query.of(KIND).where("_hash", hash(code)).first(work.tx()).orElse(null);
        boolean open = kept != null
                && !Json.has(kept, "used_at")
                && work.now().isBefore(Instant.parse(Json.need(kept, "expires_at")));
        return open ? kept : null;
    }

    private static String code(Ids ids) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "");
            code.append(LETTERS.charAt(ids.random().nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** However it was typed: without dashes and spaces, in upper case. */
    private static String hash(String code) {
        String plain = code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
