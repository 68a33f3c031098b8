package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Waits;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how far each row of the outbox has come and when it goes on; what is remembered of one beside the store is
 * let go with it.
 */
final class OutboxBook {

    /** So many refusals of one kind in a row are believed; one may be a page that stood between here and RevKeen. */
    static final int BELIEVED = 6;

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
    private final TooMuchBack tooMuch;
    private final Streaks streaks = new Streaks();

    OutboxBook(SyncParts parts) {
        this.commits = parts.commits();
        this.clock = parts.clock();
        this.waits = parts.waits();
        this.random = parts.random();
        this.keys = parts.keys();
        this.tooMuch = new TooMuchBack(parts.ids(), parts.clock());
    }

    /** Whether its outcome comes from a terminal: it was posted as a terminal payment. */
    static boolean isTerminal(OutboxRow row) {
        return Objects.requireNonNullElse(row.path(), "").startsWith("/terminal-payments");
    }

    /**
     * Stores that it is sent in one commit with its bytes and key, before its first byte leaves. The clock is read within that
     * commit: whoever finds that it was put back then doubts the key in a later one.
     */
    OutboxRow leaves(OutboxRow row, @Nullable String journalled) throws StoreException {
        AtomicReference<OutboxRow> sent = new AtomicReference<>(row);
        try {
            commits.write(tx -> {
                OutboxRow now = row.sent(sentAt(row));
                sent.set(now);
                if (row.firstSentAt() == null && row.attempts() > 0) {
                    // its key counts from now on, which a key in doubt does not do by itself
                    tx.updateOutbox(row);
                }
                tx.updateOutbox(now);
                if (journalled != null) {
                    journal(tx, journalled, row, "key", "new");
                }
            });
        } catch (StoreException e) {
            // The row still has the key that it had, which this use says nothing of.
            keys.forget(row.id());
            throw e;
        }
        return Objects.requireNonNull(sent.get());
    }

    private Instant sentAt(OutboxRow row) {
        Instant now = clock.instant();
        return row.firstSentAt() == null ? keys.firstUse(row.id(), now, waits.nanos()) : now;
    }

    /** Stores how it is now. */
    void update(OutboxRow row) throws StoreException {
        boolean mayTell = row.state() == OutboxState.DONE && TooMuchBack.mayTell(row);
        commits.write(tx -> {
            tx.updateOutbox(row);
            if (mayTell) {
                tooMuch.lookAt(tx, row.saleId());
            }
        });
        if (row.state() == OutboxState.DONE) {
            letGo(row);
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
            if (TooMuchBack.mayTell(adopted)) {
                tooMuch.lookAt(tx, row.saleId());
            }
        });
        letGo(row);
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
        letGo(row);
        return new Answer.Never(status == null ? 0 : status, why, false);
    }

    private void letGo(OutboxRow row) {
        keys.forget(row.id());
        streaks.end(row.id());
    }

    /** One refusal more that is not believed at once; answers how many of this kind in a row. */
    int refused(OutboxRow row, Streaks.Refusal how) {
        return streaks.refused(row.id(), how);
    }

    /** Refused for something that was over when RevKeen was asked what it is; answers whether it was so before. */
    boolean overtaken(OutboxRow row) {
        return streaks.overtaken(row.id());
    }

    /** Refused, and to be tried in another way. */
    void turned(OutboxRow row) {
        streaks.turned(row.id());
    }

    /** How long it rests after that many refusals. */
    Duration rest(int refusals) {
        return BACK_OFF.wait(refusals, random);
    }

    /** One answer more that did not settle it: how long it rests, longer each time. */
    Duration rest(OutboxRow row) {
        return rest(streaks.answered(row.id()));
    }

    /** It was answered as it should be, and what is still to come is no consequence of what went wrong before. */
    void heard(OutboxRow row) {
        streaks.end(row.id());
    }

    /**
     * One try more without an answer: how long it rests. Nothing is known to be wrong with the row itself, so it goes first
     * once the pause is over; but one that is never answered lets others try.
     */
    Duration unanswered(OutboxRow row) {
        int times = streaks.unanswered(row.id());
        return times < PATIENCE ? Duration.ZERO : WITHOUT_ANSWER.wait(times - PATIENCE + 1, random);
    }

    private static void journal(Tx tx, String type, OutboxRow row, String name, String value) {
        String detail =
                JournalText.of("row", row.id(), "kind", row.kind(), name, value).json();
        tx.appendJournal(type, "sync", row.saleId(), detail);
    }
}
