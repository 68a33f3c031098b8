package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The idempotency store (API reference A.5): the first answer to a key is kept for 24 hours, in the transaction of the
 * change that it answers for.
 */
public final class Answers {
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final Set<String> METHODS = Set.of("POST", "PATCH", "PUT");
    private static final int LONGEST_KEY = 255;

    private final Set<Claim> running = ConcurrentHashMap.newKeySet();

    /**
     * What makes two requests the same attempt.
     *
     * @param caller hash of the API key
     * @param request method and path
     * @param key the idempotency key
     */
    public record Claim(String caller, String request, String key) {}

    /** The claim of a request, if it makes one; a key of a wrong length is refused with 400. */
    static Optional<Claim> claimed(ApiRequest request, String caller) {
        String key = request.header("idempotency-key");
        if (key == null || !METHODS.contains(request.method())) {
            return Optional.empty();
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw Refusal.invalid("Idempotency-Key", "An Idempotency-Key has 1 to 255 characters.");
        }
        return Optional.of(new Claim(caller, request.method() + " " + request.path(), key));
    }

    /** Marks the claim as running; 409 when it already is. Every {@code begin} that returns needs its {@link #end}. */
    void begin(Claim claim) {
        if (!running.add(claim)) {
            throw Refusal.conflict(
                    "idempotency_in_progress", "A request with this Idempotency-Key is still running; try again soon.");
        }
    }

    void end(Claim claim) {
        running.remove(claim);
    }

    /** The kept answer of the claim, marked as a replay; 409 when it was given for another body. */
    static Optional<Reply> find(Tx tx, Claim claim, String bodyHash, Instant now) {
        record Kept(String bodyHash, Reply reply) {}
        Optional<Kept> kept = tx.first(
                row -> new Kept(
                        row.getString(1), new Reply(row.getInt(2), headers(row.getString(3)), row.getString(4))),
                """
                SELECT body_hash, status, headers, body FROM answers
                WHERE caller = ? AND request = ? AND idempotency_key = ? AND created > ?""",
                claim.caller(),
                claim.request(),
                claim.key(),
                now.minus(LIFETIME).toEpochMilli());
        if (kept.isPresent() && !kept.get().bodyHash().equals(bodyHash)) {
            throw Refusal.conflict(
                    "idempotency_conflict", "This Idempotency-Key was used for a request with another body.");
        }
        return kept.map(answer -> answer.reply().with("Idempotency-Replayed", "true"));
    }

    static void keep(Tx tx, Claim claim, String bodyHash, Reply reply, Instant now) {
        ObjectNode headers = Json.object();
        reply.headers().forEach(headers::put);
        tx.update(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                claim.caller(),
                claim.request(),
                claim.key(),
                bodyHash,
                reply.status(),
                Json.write(headers),
                reply.body(),
                now.toEpochMilli());
    }

    /** Forgets answers past their time. */
    public static void forgetOld(Tx tx, Instant now) {
        tx.update("DELETE FROM answers WHERE created <= ?", now.minus(LIFETIME).toEpochMilli());
    }

    private static Map<String, String> headers(String stored) {
        Map<String, String> headers = new LinkedHashMap<>();
        Json.stored(stored)
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().stringValue()));
        return headers;
    }
}
