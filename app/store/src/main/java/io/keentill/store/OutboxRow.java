package io.keentill.store;

import io.keentill.domain.text.Sentence;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to RevKeen, from intent to answer.
 *
 * @param id of the row; grows with time
 * @param saleId groups the steps of one sale
 * @param step its place within the sale
 * @param kind what it is, in the engine's words
 * @param ref what it is about: an order or attempt id
 * @param state see {@link OutboxState}
 * @param method of the request, once frozen
 * @param path of the request, once frozen
 * @param body of the request, once frozen; copied in and out
 * @param idempotencyKey of the request, once frozen
 * @param firstSentAt when its key was first used, {@link #UNKNOWN_TIME} if nobody can tell; RevKeen forgets a key 24 h
 *     later
 * @param attempts how often it was sent
 * @param createdAt when the business change was made
 * @param notBefore when to try (again)
 * @param lastStatus HTTP status of the last answer
 * @param lastAnswer JSON text of the last answer
 * @param remoteId what RevKeen calls the thing
 * @param problem for people: why it waits or needs them
 */
// The array is copied in and out and compared by its bytes below.
@SuppressWarnings("ArrayRecordComponent")
public record OutboxRow(
        long id,
        String saleId,
        int step,
        String kind,
        String ref,
        OutboxState state,
        @Nullable String method,
        @Nullable String path,
        byte @Nullable [] body,
        @Nullable String idempotencyKey,
        @Nullable Instant firstSentAt,
        int attempts,
        Instant createdAt,
        Instant notBefore,
        @Nullable Integer lastStatus,
        @Nullable String lastAnswer,
        @Nullable String remoteId,
        @Nullable Sentence problem) {

    /** A first use of which nobody knows when it was: as long ago as can be, so that nothing relies on the key. */
    public static final Instant UNKNOWN_TIME = Instant.EPOCH;

    /** Copies the body. */
    public OutboxRow {
        body = body == null ? null : body.clone();
    }

    /** A copy of the body. */
    @Override
    public byte @Nullable [] body() {
        return body == null ? null : body.clone();
    }

    /**
     * With its request fixed: sent again, it will be the same to the byte. What was answered under an earlier key says nothing
     * of this one.
     */
    public OutboxRow frozen(String newMethod, String newPath, byte @Nullable [] newBody, String newKey) {
        return copy(
                state,
                newMethod,
                newPath,
                newBody,
                newKey,
                null,
                attempts,
                notBefore,
                null,
                lastAnswer,
                remoteId,
                problem);
    }

    /** About to be sent (again); the first time counts for the life of the key. */
    public OutboxRow sent(Instant at) {
        return copy(
                state,
                method,
                path,
                body,
                idempotencyKey,
                firstSentAt == null ? at : firstSentAt,
                attempts + 1,
                notBefore,
                lastStatus,
                lastAnswer,
                remoteId,
                problem);
    }

    /** To be tried again from {@code at}; {@code status} and {@code answer} are null if none came. */
    public OutboxRow retryAt(Instant at, @Nullable Integer status, @Nullable String answer, @Nullable Sentence why) {
        return copy(
                OutboxState.WAITING,
                method,
                path,
                body,
                idempotencyKey,
                firstSentAt,
                attempts,
                at,
                status,
                answer,
                remoteId,
                why);
    }

    /**
     * As one that may have been sent at any time since it was made, nobody knows when or under which key: after a restore
     * from a backup, or where its key cannot be relied on any more. It is looked up at RevKeen before it is sent.
     */
    public OutboxRow doubted() {
        return copy(
                state,
                method,
                path,
                body,
                idempotencyKey,
                UNKNOWN_TIME,
                attempts,
                notBefore,
                lastStatus,
                lastAnswer,
                remoteId,
                problem);
    }

    /** With its request and its key, which counts from the next time it is sent. */
    public OutboxRow undated() {
        return copy(
                state,
                method,
                path,
                body,
                idempotencyKey,
                null,
                attempts,
                notBefore,
                lastStatus,
                lastAnswer,
                remoteId,
                problem);
    }

    /** Known to RevKeen as {@code newRemoteId}. */
    public OutboxRow done(@Nullable Integer status, @Nullable String answer, @Nullable String newRemoteId) {
        return copy(
                OutboxState.DONE,
                method,
                path,
                body,
                idempotencyKey,
                firstSentAt,
                attempts,
                notBefore,
                status,
                answer,
                newRemoteId,
                null);
    }

    /** Refused for good, in words for people. */
    public OutboxRow asTask(@Nullable Integer status, @Nullable String answer, Sentence why) {
        return copy(
                OutboxState.TASK,
                method,
                path,
                body,
                idempotencyKey,
                firstSentAt,
                attempts,
                notBefore,
                status,
                answer,
                remoteId,
                why);
    }

    /**
     * As before it was first frozen: to be planned anew under a new key. Only for a request that was certainly not carried
     * out.
     */
    public OutboxRow thawed() {
        return copy(
                state, null, null, null, null, null, attempts, notBefore, lastStatus, lastAnswer, remoteId, problem);
    }

    /** To be made anew: what it is known as at RevKeen came to nothing there. */
    public OutboxRow awaitingNone() {
        return copy(state, null, null, null, null, null, attempts, notBefore, lastStatus, lastAnswer, null, problem);
    }

    /** Settled by a person outside of the till: counts as done, {@code why} says by whom and how. */
    public OutboxRow dismissed(Sentence why) {
        return copy(
                OutboxState.DONE,
                method,
                path,
                body,
                idempotencyKey,
                firstSentAt,
                attempts,
                notBefore,
                lastStatus,
                lastAnswer,
                remoteId,
                why);
    }

    private OutboxRow copy(
            OutboxState s,
            @Nullable String m,
            @Nullable String p,
            byte @Nullable [] b,
            @Nullable String key,
            @Nullable Instant first,
            int tries,
            Instant next,
            @Nullable Integer status,
            @Nullable String answer,
            @Nullable String remote,
            @Nullable Sentence why) {
        return new OutboxRow(
                id, saleId, step, kind, ref, s, m, p, b, key, first, tries, createdAt, next, status, answer, remote,
                why);
    }

    /** Equal in every part, the body by its bytes. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutboxRow row
                && id == row.id
                && Arrays.equals(body, row.body)
                && parts().equals(row.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, saleId, step, state);
    }

    /** Without body and answer, which may be long and hold a customer's data. */
    @Override
    public String toString() {
        return "OutboxRow[" + id + ", " + saleId + " step " + step + ", " + kind + " " + ref + ", " + state
                + ", attempts " + attempts + ", not before " + notBefore + ", status " + lastStatus + "]";
    }

    private List<@Nullable Object> parts() {
        return Arrays.asList(
                saleId,
                step,
                kind,
                ref,
                state,
                method,
                path,
                idempotencyKey,
                firstSentAt,
                attempts,
                createdAt,
                notBefore,
                lastStatus,
                lastAnswer,
                remoteId,
                problem);
    }
}
