package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Waits;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends the request of a row and stores what its answer means for the row. The request is stored with its key before it
 * leaves, and what came back is stored before anything is built on it.
 */
final class Delivery {

    private static final int CONFLICT = 409;

    /** What a row is remembered with of which every try under its key was refused. */
    private static final String NOTHING_MADE = "{\"made\":\"nothing\"}";

    private final OutboxBook book;
    private final AskedInVain vain;
    private final Planner planner;
    private final Lookup lookup;
    private final RevKeen api;
    private final RemoteId ids;
    private final Waits waits;
    private final KeyClock keys;
    private final ScopeGates gates;

    Delivery(OutboxBook book, AskedInVain vain, SyncParts parts, Planner planner, Lookup lookup) {
        this.book = book;
        this.vain = vain;
        this.planner = planner;
        this.lookup = lookup;
        this.api = parts.api();
        this.ids = new RemoteId(parts.api());
        this.waits = parts.waits();
        this.keys = parts.keys();
        this.gates = parts.gates();
    }

    /** Sends a new request for the row, which it keeps from now on. */
    Answer send(OutboxRow row, FrozenRequest request, @Nullable String journalled) throws StoreException {
        return send(row.frozen(request.method(), request.path(), request.body(), request.idempotencyKey()), journalled);
    }

    /**
     * Sends the request that the row has.
     *
     * @param journalled what the journal calls it where it was sent before under another key, or longer ago than its key is
     *     kept; null if it is an ordinary try
     */
    Answer send(OutboxRow row, @Nullable String journalled) throws StoreException {
        boolean refused = NOTHING_MADE.equals(row.lastAnswer());
        boolean again = journalled != null || (row.firstSentAt() != null && !refused);
        OutboxRow sent = book.leaves(refused ? unsure(row) : row, journalled);
        FrozenRequest request = new FrozenRequest(
                Objects.requireNonNull(sent.method()),
                Objects.requireNonNull(sent.path()),
                Objects.requireNonNullElse(sent.body(), new byte[0]),
                Objects.requireNonNull(sent.idempotencyKey()));
        Answer answer = Answer.of(api.send(request), body -> new String(body, StandardCharsets.UTF_8));
        return store(sent, answer, again);
    }

    /** Until this try is answered. */
    private static OutboxRow unsure(OutboxRow row) {
        return row.retryAt(row.notBefore(), row.lastStatus(), null, row.problem());
    }

    /** Stores what an answer means for the row, and answers what it means for all others. */
    Answer store(OutboxRow row, Answer answer) throws StoreException {
        return store(row, answer, true);
    }

    /** @param again whether an earlier try may have made it, which only a refusal of each of them rules out */
    private Answer store(OutboxRow row, Answer answer, boolean again) throws StoreException {
        return switch (answer) {
            case Answer.Accepted ok -> accept(row, ok);
            case Answer.AtDevice unchanged -> unchanged;
            case Answer.NotSent unchanged -> unchanged;
            case Answer.Later wait ->
                book.later(row, wait.status(), wait.why(), Objects.requireNonNullElse(wait.after(), book.rest(row)));
            case Answer.DeviceNotReady wait -> book.later(row.thawed(), wait.status(), wait.why(), book.rest(row));
            case Answer.Never no when no.unspoken() -> unspoken(row, no, again);
            case Answer.Never no -> spoken(row, no, again);
            case Answer.Denied no -> denied(row, no, again);
            case Answer.Pause pause -> {
                book.retry(row, book.unanswered(row), null, null, pause.why());
                yield pause;
            }
        };
    }

    /** The same bytes under the same key bring the same refusal, with its reason if RevKeen gave one. */
    private Answer unspoken(OutboxRow row, Answer.Never no, boolean again) throws StoreException {
        int times = book.refused(row, Streaks.Refusal.UNSPOKEN);
        return times < OutboxBook.BELIEVED ? anew(row, no, again, book.rest(times)) : spoken(row, no, again);
    }

    private Answer anew(OutboxRow row, Answer.Never no, boolean again, Duration pause) throws StoreException {
        book.retry(row, pause, no.status(), again ? null : NOTHING_MADE, no.why());
        return new Answer.Later(no.status(), no.why(), pause);
    }

    private Answer spoken(OutboxRow row, Answer.Never no, boolean again) throws StoreException {
        return isRefusedVoid(row, no) ? refundInstead(row, no) : refused(row, no, again);
    }

    /**
     * The terminal undid it, and for RevKeen it is settled already: there it has to be a refund. A credit note that cannot
     * be voided has no such other way.
     */
    private static boolean isRefusedVoid(OutboxRow row, Answer.Never no) {
        String path = Objects.requireNonNullElse(row.path(), "");
        return no.status() == 422 && OutboxBook.isTerminal(row) && path.endsWith("/void");
    }

    private Answer refundInstead(OutboxRow row, Answer.Never no) throws StoreException {
        book.turned(row);
        book.retry(row.thawed(), Duration.ZERO, no.status(), RefundPlanner.VOID_REFUSED, no.why());
        return new Answer.Later(no.status(), no.why(), Duration.ZERO);
    }

    /** A refusal may mean that it is there already: made before a restore, finalised or paid by somebody else meanwhile. */
    private Answer refused(OutboxRow row, Answer.Never no, boolean again) throws StoreException {
        Plan there = switch (OutboxKind.of(row.kind())) {
            // The key in its body outlives the one in the header: a conflict says that RevKeen has it. So may it be
            // after a try that was not answered, whatever the next one is told.
            case CREDIT ->
                no.status() == CONFLICT || row.attempts() > 1 ? lookup.find(row) : planner.needless(row, no.why());
            case INVOICE -> no.status() == CONFLICT ? lookup.invoice(row) : new Plan.Stuck(no.why());
            case ORDER, MAIL -> new Plan.Stuck(no.why());
            // It ends by itself within minutes, long before anybody could see to it.
            case LET_GO -> new Plan.Needless();
            case CARD_BACK -> again ? lookup.find(row) : lookup.others(row);
            case FINALIZE, CARD, CASH, LINK, EXCHANGE, CREDIT_VOID -> lookup.find(row);
        };
        return switch (there) {
            case Plan.Adopt(String id) -> book.adopt(row, id);
            case Plan.Needless() -> book.needless(row);
            // The same key would bring the same refusal when the way is free.
            case Plan.Behind behind -> book.later(row.thawed(), no.status(), behind.why(), book.rest(row));
            case Plan.Trouble _ when !no.unspoken() -> unproven(row, no, again);
            case Plan.Send _ when OutboxKind.of(row.kind()) == OutboxKind.CARD_BACK -> overtaken(row, no);
            case Plan.Trouble _, Plan.Send _, Plan.NotYet _, Plan.Stuck _ -> task(row, no);
        };
    }

    /** Nobody could say. The same bytes under the same key bring the same refusal, and then it is asked again. */
    private Answer unproven(OutboxRow row, Answer.Never no, boolean again) throws StoreException {
        int times = book.refused(row, Streaks.Refusal.UNPROVEN);
        return times < OutboxBook.BELIEVED ? anew(row, no, again, book.rest(times)) : task(row, no);
    }

    /** What RevKeen had set the money aside for may have ended between its refusal and its list, but not twice. */
    private Answer overtaken(OutboxRow row, Answer.Never no) throws StoreException {
        return book.overtaken(row) ? task(row, no) : book.later(row.thawed(), no.status(), no.why(), book.rest(1));
    }

    private Answer task(OutboxRow row, Answer.Never no) throws StoreException {
        return book.never(row, no.status(), planner.told(row, no.why()));
    }

    /**
     * RevKeen keeps refusals under their key, so that the next try needs a new one. Where an earlier try under this key was
     * never answered, what it may have made is looked for first.
     */
    private Answer denied(OutboxRow row, Answer.Denied no, boolean again) throws StoreException {
        return switch (gates.denied(row.kind(), row.id(), no.why(), waits.nanos())) {
            case ScopeGates.Denial.Task _ -> book.never(row, no.status(), no.why());
            case ScopeGates.Denial.Wait(Duration time) -> {
                boolean first = row.kind().equals(OutboxKind.CARD_BACK.key()) ? !again : row.attempts() <= 1;
                OutboxRow next = first && row.remoteId() == null ? row.thawed() : row.doubted();
                book.retry(next, time, no.status(), null, no.why());
                keys.forget(row.id());
                book.heard(row);
                yield no;
            }
        };
    }

    private Answer accept(OutboxRow row, Answer.Accepted ok) throws StoreException {
        OutboxKind kind = OutboxKind.of(row.kind());
        boolean terminal = OutboxBook.isTerminal(row);
        if (kind == OutboxKind.INVOICE && RemoteId.isIgnored(ok.body())) {
            return ignored(row);
        }
        String id;
        try {
            id = ids.in(kind, terminal, ok.body().getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // The same bytes under the same key bring the stored answer again, whole this time.
            return book.later(
                    row,
                    ok.status(),
                    Sentence.of(
                            "sync.revkeens-answer-cannot-be-read",
                            "RevKeen's answer cannot be read: {0}",
                            e.getMessage()),
                    book.rest(row));
        }
        if (id.isEmpty()) {
            return book.never(
                    row,
                    ok.status(),
                    Sentence.of(
                            "sync.revkeen-did-not-take-this-e",
                            "RevKeen did not take this e-mail. Check the address with the customer."));
        }
        book.heard(row);
        book.update(terminal ? book.awaiting(row, id, ok.status(), ok.body()) : row.done(ok.status(), ok.body(), id));
        return terminal ? new Answer.AtDevice() : ok;
    }

    private Answer ignored(OutboxRow row) throws StoreException {
        return switch (lookup.invoice(row)) {
            case Plan.Adopt there -> book.adopt(row, there.remoteId());
            case Plan.Trouble trouble -> vain.stored(row, trouble.answer());
            case Plan.Stuck stuck -> book.never(row, 200, stuck.why());
            case Plan.Send _, Plan.NotYet _, Plan.Behind _, Plan.Needless _ ->
                throw new IllegalStateException("An ignored invoice is not sent again");
        };
    }
}
