package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Waits;
import io.keentill.engine.book.JournalText;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how far each row of the outbox has come and when it goes on; what is remembered of one beside the store is
 * let go with it.
 */
final class OutboxBook {

    /** So many refusals without a reason in a row are believed; one may be a page that stood between here and RevKeen. */
    static final int UNSPOKEN = 6;

    private static final RetryPolicy BACK_OFF =
            new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ZERO);
    private static final RetryPolicy WITHOUT_ANSWER =
            new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ZERO);
    private static final int PATIENCE = 3;

    private final SharedCommits commits;
    private final InstantSource clock;
    private final Waits waits;
    private final RandomGenerator random;
    private final KeyClock keys;
    /** How often in a row RevKeen refused to say whether it has a row; by the row's id. */
    private final Map<Long, Integer> refusedQuestions = new ConcurrentHashMap<>();

    OutboxBook(SyncParts parts) {
        this.commits = parts.commits();
        this.clock = parts.clock();
        this.waits = parts.waits();
        this.random = parts.random();
        this.keys = parts.keys();
    }

    /** Whether its outcome comes from a terminal: it was posted as a terminal payment. */
    static boolean isTerminal(OutboxRow row) {
        return Objects.requireNonNullElse(row.path(), "").startsWith("/terminal-payments");
    }

    /** Stores that it is sent in one commit with its bytes and key, before its first byte leaves. */
    OutboxRow leaves(OutboxRow row, @Nullable String journalled) throws StoreException {
        Instant now = clock.instant();
        boolean first = row.firstSentAt() == null;
        OutboxRow sent = row.sent(first ? keys.firstUse(row.id(), now, waits.nanos()) : now);
        try {
            commits.write(tx -> {
                tx.updateOutbox(sent);
                if (journalled != null) {
                    journal(tx, journalled, row, "key", "new");
                }
            });
        } catch (StoreException e) {
            // The row still has the key that it had, which this use says nothing of.
            keys.forget(row.id());
            throw e;
        }
        return sent;
    }

    /** Stores how it is now. */
    void update(OutboxRow row) throws StoreException {
        commits.write(tx -> tx.updateOutbox(row));
        if (row.state() == OutboxState.DONE) {
            keys.forget(row.id());
            refusedQuestions.remove(row.id());
        }
    }

    /** Done: there is nothing to send any more. */
    Answer needless(OutboxRow row) throws StoreException {
        update(row.done(null, null, null));
        return new Answer.NotSent(Sentence.quoted("Needless"));
    }

    /** Done, or posted for a terminal: RevKeen has it under {@code remoteId}. */
    Answer adopt(OutboxRow row, String remoteId) throws StoreException {
        // A card payment recorded on the invoice has no outcome to wait for, only one posted for a terminal has.
        boolean outcomeToCome = isTerminal(row);
        OutboxRow adopted = outcomeToCome ? awaiting(row, remoteId, 200, "") : row.done(200, "", remoteId);
        commits.write(tx -> {
            tx.updateOutbox(adopted);
            journal(tx, "outbox.adopted", row, "remote", remoteId);
        });
        keys.forget(row.id());
        return outcomeToCome ? new Answer.AtDevice() : new Answer.Accepted(200, "");
    }

    /** Still waiting, but known at RevKeen under {@code remoteId}. */
    OutboxRow awaiting(OutboxRow row, String remoteId, int status, String answer) {
        return row.done(status, answer, remoteId).retryAt(clock.instant(), status, answer, null);
    }

    /** Not now: the same again after {@code pause}. */
    Answer later(OutboxRow row, @Nullable Integer status, Sentence why, Duration pause) throws StoreException {
        update(row.retryAt(clock.instant().plus(pause), status, null, why.isEmpty() ? null : why));
        return new Answer.Later(status, why, pause);
    }

    /** The same, with all that is known of an earlier try: RevKeen was only asked about it. */
    Answer askAgain(OutboxRow row, Sentence why, Duration pause) throws StoreException {
        update(row.retryAt(clock.instant().plus(pause), row.lastStatus(), row.lastAnswer(), why));
        return new Answer.Later(null, why, pause);
    }

    /** The same after {@code pause}, with what RevKeen said. */
    void retry(OutboxRow row, Duration pause, @Nullable Integer status, @Nullable String answer, Sentence why)
            throws StoreException {
        update(row.retryAt(clock.instant().plus(pause), status, answer, why));
    }

    /** A task for somebody. */
    Answer never(OutboxRow row, @Nullable Integer status, Sentence why) throws StoreException {
        OutboxRow task = row.asTask(status, null, why);
        commits.write(tx -> {
            tx.updateOutbox(task);
            journal(tx, "outbox.task", row, "why", why.toString());
        });
        keys.forget(row.id());
        return new Answer.Never(status == null ? 0 : status, why, false);
    }

    /** One question more about it was refused; answers how many in a row. */
    int questionRefused(OutboxRow row) {
        return refusedQuestions.merge(row.id(), 1, Integer::sum);
    }

    /** Nobody asks about it any more. */
    void questionsEnd(OutboxRow row) {
        refusedQuestions.remove(row.id());
    }

    /** How long to rest after as many tries as it has had. */
    Duration backOff(OutboxRow row) {
        return backOff(Math.max(1, row.attempts()));
    }

    /** How long to rest after so many. */
    Duration backOff(int times) {
        return BACK_OFF.wait(times, random);
    }

    /**
     * Nothing is known to be wrong with the row itself, so it goes first once the pause is over; but one that is never
     * answered lets others try.
     */
    Duration unanswered(OutboxRow row) {
        return row.attempts() < PATIENCE ? Duration.ZERO : WITHOUT_ANSWER.wait(row.attempts() - PATIENCE + 1, random);
    }

    private static void journal(Tx tx, String type, OutboxRow row, String name, String value) {
        String detail =
                JournalText.of("row", row.id(), "kind", row.kind(), name, value).json();
        tx.appendJournal(type, "sync", row.saleId(), detail);
    }
}
