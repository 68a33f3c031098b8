package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.Waits;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.messages.SentMessage;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one outbox row one step further. The request is frozen and stored with its key before it leaves, and what came
 * back is stored before anything is built on it; so that a crash anywhere sends the same bytes under the same key again.
 */
final class OutboxSender {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RetryPolicy BACK_OFF =
            new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ZERO);
    private static final RetryPolicy WITHOUT_ANSWER =
            new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ZERO);
    private static final int PATIENCE = 3;

    /** So many refusals without a reason in a row are believed; one may be a page that stood between here and RevKeen. */
    private static final int UNSPOKEN = 6;

    private static final int CONFLICT = 409;
    private static final int TOO_LONG = 408;
    private static final int TOO_MANY = 429;
    private static final Duration ASK_OUTCOME = Duration.ofMillis(300);
    private static final Duration ASK_ENDED = Duration.ofSeconds(5);

    private final SharedCommits commits;
    private final RevKeen api;
    private final Planner planner;
    private final Lookup lookup;
    /** How often in a row RevKeen refused to say whether it has a row; by the row's id. */
    private final Map<Long, Integer> refusedQuestions = new ConcurrentHashMap<>();

    private final WalkInCustomer walkIn;
    private final InstantSource clock;
    private final Waits waits;
    private final RandomGenerator random;
    private final KeyClock keys;
    private final ScopeGates gates;
    private final DeviceTurn turn;
    private final DeviceIdentity device;

    OutboxSender(SyncParts parts, Planner planner, Lookup lookup, WalkInCustomer walkIn, DeviceIdentity device) {
        this.device = device;
        this.commits = parts.commits();
        this.api = parts.api();
        this.planner = planner;
        this.lookup = lookup;
        this.walkIn = walkIn;
        this.clock = parts.clock();
        this.waits = parts.waits();
        this.random = parts.random();
        this.keys = parts.keys();
        this.gates = parts.gates();
        this.turn = parts.turn();
    }

    /** Sends or asks once. The answer says whether everything should pause; the row's own fate is already stored. */
    Answer advance(OutboxRow row) throws StoreException {
        OutboxKind kind = OutboxKind.of(row.kind());
        if (kind != OutboxKind.CARD && kind != OutboxKind.CARD_BACK) {
            return step(row);
        }
        if (!turn.take(row.id())) {
            return new Answer.NotSent(Sentence.of(
                    "sync.another-card-payment-is-being-recorded", "Another card payment is being recorded"));
        }
        boolean atDevice = false;
        try {
            Answer answer = step(row);
            atDevice = answer instanceof Answer.AtDevice;
            return answer;
        } finally {
            if (!atDevice) {
                turn.giveBack(row.id());
            }
        }
    }

    private Answer step(OutboxRow row) throws StoreException {
        if (row.remoteId() != null) {
            return awaitOutcome(row, row.remoteId());
        }
        boolean spent = keys.isSpent(row, clock.instant(), waits.nanos());
        if (!spent && row.idempotencyKey() != null) {
            return send(row, null);
        }
        if (OutboxKind.of(row.kind()) == OutboxKind.INVOICE && !planner.hasCustomer(row)) {
            Answer customer = walkIn.ensure();
            if (!(customer instanceof Answer.Accepted)) {
                return store(row, customer);
            }
        }
        return switch (spent ? lookup.find(row) : planner.plan(row)) {
            case Plan.Send now
            when spent && mayStillArrive(row, now.request()) -> {
                keys.forget(row.id());
                yield send(row.undated(), "outbox.sent_again");
            }
            case Plan.Send now -> {
                keys.forget(row.id());
                yield send(frozen(row, now.request()), spent ? "outbox.new_key" : null);
            }
            case Plan.Adopt there -> adopt(row, there.remoteId());
            case Plan.Needless() -> needless(row);
            case Plan.NotYet wait -> {
                later(row, null, wait.why(), wait.pause());
                yield new Answer.NotSent(wait.why());
            }
            case Plan.Stuck stuck -> {
                never(row, null, stuck.why());
                yield new Answer.NotSent(stuck.why());
            }
            case Plan.Trouble trouble -> asked(row, trouble.answer());
        };
    }

    /**
     * RevKeen was asked and not told, so what it answers says nothing of the row. That keeps its key, its bytes and what it
     * was answered itself: all that knows whether it may be there already.
     */
    private Answer asked(OutboxRow row, Answer answer) throws StoreException {
        return switch (answer) {
            case Answer.Never no -> {
                int times = refusedQuestions.merge(row.id(), 1, Integer::sum);
                yield times < UNSPOKEN ? askAgain(row, no.why(), BACK_OFF.wait(times, random)) : unasked(row, no.why());
            }
            case Answer.Denied no ->
                switch (gates.denied(row.kind(), row.id(), no.why(), waits.nanos())) {
                    case ScopeGates.Denial.Task _ -> unasked(row, no.why());
                    case ScopeGates.Denial.Wait(Duration time) -> {
                        askAgain(row, no.why(), time);
                        yield no;
                    }
                };
            case Answer.Later wait -> askAgain(row, wait.why(), wait.after() == null ? backOff(row) : wait.after());
            case Answer.DeviceNotReady wait -> askAgain(row, wait.why(), backOff(row));
            case Answer.Pause pause -> {
                askAgain(row, pause.why(), unanswered(row));
                yield pause;
            }
            case Answer.Accepted _, Answer.AtDevice _, Answer.NotSent _ ->
                throw new IllegalStateException("No trouble: " + answer);
        };
    }

    private Answer askAgain(OutboxRow row, Sentence why, Duration pause) throws StoreException {
        update(row.retryAt(clock.instant().plus(pause), row.lastStatus(), row.lastAnswer(), why));
        return new Answer.Later(null, why, pause);
    }

    private Answer unasked(OutboxRow row, Sentence why) throws StoreException {
        refusedQuestions.remove(row.id());
        return never(
                row,
                row.lastStatus(),
                Sentence.of(
                        "sync.revkeen-could-not-be-asked-whether",
                        "RevKeen could not be asked whether it has this already: {0}",
                        why));
    }

    /**
     * What was not found may still be on its way where nobody knows when it was sent: held up in the network, sent by a
     * till that has died since. So it is sent again as it was, under the key that it had, and whichever comes second makes
     * nothing. Should RevKeen have forgotten the key, it is as good as a new one. Only a refusal that RevKeen keeps under
     * the key calls for another one.
     */
    private boolean mayStillArrive(OutboxRow row, FrozenRequest planned) {
        Integer last = row.lastStatus();
        boolean refused = last != null && last >= 400 && last < 500 && last != TOO_LONG && last != TOO_MANY;
        return row.idempotencyKey() != null
                && KeyClock.isDoubtful(row, clock.instant())
                && planned.path().equals(row.path())
                && !refused;
    }

    private static OutboxRow frozen(OutboxRow row, FrozenRequest request) {
        return row.frozen(request.method(), request.path(), request.body(), request.idempotencyKey());
    }

    private Answer needless(OutboxRow row) throws StoreException {
        update(row.done(null, null, null));
        return new Answer.NotSent(Sentence.quoted("Needless"));
    }

    /** Stores that it is sent in one commit with its bytes and key, before its first byte leaves. */
    private Answer send(OutboxRow row, @Nullable String journalled) throws StoreException {
        Instant now = clock.instant();
        boolean first = row.firstSentAt() == null;
        OutboxRow sent = row.sent(first ? keys.firstUse(row.id(), now, waits.nanos()) : now);
        commits.write(tx -> {
            tx.updateOutbox(sent);
            if (journalled != null) {
                journal(tx, journalled, row, "key", "new");
            }
        });
        FrozenRequest request = new FrozenRequest(
                Objects.requireNonNull(sent.method()),
                Objects.requireNonNull(sent.path()),
                Objects.requireNonNullElse(sent.body(), new byte[0]),
                Objects.requireNonNull(sent.idempotencyKey()));
        return store(sent, Answer.of(api.send(request), body -> new String(body, StandardCharsets.UTF_8)));
    }

    private Answer store(OutboxRow row, Answer answer) throws StoreException {
        return switch (answer) {
            case Answer.Accepted ok -> accept(row, ok);
            case Answer.AtDevice unchanged -> unchanged;
            case Answer.NotSent unchanged -> unchanged;
            case Answer.Later wait ->
                later(row, wait.status(), wait.why(), wait.after() == null ? backOff(row) : wait.after());
            case Answer.DeviceNotReady wait -> later(row.thawed(), wait.status(), wait.why(), backOff(row));
            case Answer.Never no
            when no.unspoken() && row.attempts() < UNSPOKEN -> later(row, no.status(), no.why(), backOff(row));
            case Answer.Never no when isRefusedVoid(row, no) -> refundInstead(row, no);
            case Answer.Never no -> refused(row, no);
            case Answer.Denied no -> denied(row, no);
            case Answer.Pause pause -> {
                update(row.retryAt(clock.instant().plus(unanswered(row)), null, null, pause.why()));
                yield pause;
            }
        };
    }

    /**
     * Nothing is known to be wrong with the row itself, so it goes first once the pause is over; but one that is never
     * answered lets others try.
     */
    private Duration unanswered(OutboxRow row) {
        return row.attempts() < PATIENCE ? Duration.ZERO : WITHOUT_ANSWER.wait(row.attempts() - PATIENCE + 1, random);
    }

    /** The terminal undid it, and for RevKeen it is settled already: there it has to be a refund. */
    private static boolean isRefusedVoid(OutboxRow row, Answer.Never no) {
        return no.status() == 422 && Objects.requireNonNullElse(row.path(), "").endsWith("/void");
    }

    private Answer refundInstead(OutboxRow row, Answer.Never no) throws StoreException {
        update(row.thawed().retryAt(clock.instant(), no.status(), RefundPlanner.VOID_REFUSED, no.why()));
        keys.forget(row.id());
        return new Answer.Later(no.status(), no.why(), Duration.ZERO);
    }

    /** A refusal may mean that it is there already: made before a restore, finalised or paid by somebody else meanwhile. */
    private Answer refused(OutboxRow row, Answer.Never no) throws StoreException {
        Plan there = switch (OutboxKind.of(row.kind())) {
            // The key in its body outlives the one in the header: a conflict says that RevKeen has it.
            case CREDIT -> no.status() == CONFLICT ? lookup.find(row) : planner.needless(row, no.why());
            case INVOICE -> no.status() == CONFLICT ? lookup.invoice(row) : new Plan.Stuck(no.why());
            case ORDER, MAIL -> new Plan.Stuck(no.why());
            case FINALIZE, CARD, CASH, LINK, EXCHANGE, CREDIT_VOID, CARD_BACK -> lookup.find(row);
        };
        return switch (there) {
            case Plan.Adopt(String id) -> adopt(row, id);
            case Plan.Needless() -> needless(row);
            // Nobody could say. The same bytes under the same key bring the same refusal, and then it is asked again.
            case Plan.Trouble _ when row.attempts() < UNSPOKEN -> later(row, no.status(), no.why(), backOff(row));
            case Plan.Trouble _, Plan.Send _, Plan.NotYet _, Plan.Stuck _ ->
                never(row, no.status(), planner.told(row, no.why()));
        };
    }

    /**
     * RevKeen keeps refusals under their key, so that the next try needs a new one. Where an earlier try under this key was
     * never answered, what it may have made is looked for first.
     */
    private Answer denied(OutboxRow row, Answer.Denied no) throws StoreException {
        return switch (gates.denied(row.kind(), row.id(), no.why(), waits.nanos())) {
            case ScopeGates.Denial.Task _ -> never(row, no.status(), no.why());
            case ScopeGates.Denial.Wait(Duration time) -> {
                OutboxRow again = row.attempts() <= 1 && row.remoteId() == null ? row.thawed() : row.doubted();
                update(again.retryAt(clock.instant().plus(time), no.status(), null, no.why()));
                keys.forget(row.id());
                yield no;
            }
        };
    }

    private Answer accept(OutboxRow row, Answer.Accepted ok) throws StoreException {
        OutboxKind kind = OutboxKind.of(row.kind());
        boolean terminal = isTerminal(row);
        if (kind == OutboxKind.INVOICE && isIgnored(ok.body())) {
            return ignored(row);
        }
        String id;
        try {
            id = idIn(kind, terminal, ok.body().getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // The same bytes under the same key bring the stored answer again, whole this time.
            return later(
                    row,
                    ok.status(),
                    Sentence.of(
                            "sync.revkeens-answer-cannot-be-read",
                            "RevKeen's answer cannot be read: {0}",
                            e.getMessage()),
                    backOff(row));
        }
        if (id.isEmpty()) {
            return never(
                    row,
                    ok.status(),
                    Sentence.of(
                            "sync.revkeen-did-not-take-this-e",
                            "RevKeen did not take this e-mail. Check the address with the customer."));
        }
        update(terminal ? awaiting(row, id, ok.status(), ok.body()) : row.done(ok.status(), ok.body(), id));
        return terminal ? new Answer.AtDevice() : ok;
    }

    static boolean isTerminal(OutboxRow row) {
        return Objects.requireNonNullElse(row.path(), "").startsWith("/terminal-payments");
    }

    /** RevKeen answers an upsert that changes nothing, or is older than what it has, without naming the object. */
    private static boolean isIgnored(String body) {
        try {
            return JSON.readTree(body).path("ignored").asBoolean(false);
        } catch (JacksonException notJson) {
            return false; // read again below, where it is told as what it is
        }
    }

    private Answer ignored(OutboxRow row) throws StoreException {
        return switch (lookup.invoice(row)) {
            case Plan.Adopt there -> adopt(row, there.remoteId());
            case Plan.Trouble trouble -> asked(row, trouble.answer());
            case Plan.Stuck stuck -> never(row, 200, stuck.why());
            case Plan.Send _, Plan.NotYet _, Plan.Needless _ ->
                throw new IllegalStateException("An ignored invoice is not sent again");
        };
    }

    private String idIn(OutboxKind kind, boolean terminal, byte[] body) {
        if (terminal) {
            return api.terminalPayments().parse(body).id();
        }
        return switch (kind) {
            case ORDER -> api.orders().parse(body).id();
            case CREDIT, CREDIT_VOID -> api.creditNotes().parse(body).id();
            case MAIL -> mailed(api.messages().parse(body));
            case INVOICE, FINALIZE, CASH, CARD, LINK, EXCHANGE, CARD_BACK ->
                api.invoices().parse(body).id();
        };
    }

    /** Empty if RevKeen answers that it did not take it. */
    private static String mailed(SentMessage reply) {
        return reply.success() ? Objects.requireNonNullElse(reply.messageId(), "taken") : "";
    }

    private Answer adopt(OutboxRow row, String remoteId) throws StoreException {
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

    /** A terminal payment was posted; its row is done when RevKeen has the real outcome from the connector. */
    private Answer awaitOutcome(OutboxRow row, String paymentId) throws StoreException {
        return switch (api.terminalPayments().get(paymentId)) {
            case ApiResult.Ok<TerminalPayment> ok -> outcome(row, ok.value());
            case ApiResult.Refused<TerminalPayment> no -> asked(row, Answer.of(no.error()));
            case ApiResult.Unreachable<TerminalPayment> lost -> asked(row, Answer.unreachable(ApiWords.lost(lost)));
        };
    }

    private Answer outcome(OutboxRow row, TerminalPayment payment) throws StoreException {
        return switch (payment.status().or(TerminalPaymentStatus.ERROR)) {
            case APPROVED, STANDALONE_APPROVED -> {
                update(row.done(200, made(payment), payment.id()));
                yield new Answer.Accepted(200, "");
            }
            // An approval that the connector reports late still wins over a time-out or cancel at RevKeen.
            case REQUESTED, IN_PROGRESS -> {
                later(row, 200, Sentence.quoted(""), ASK_OUTCOME);
                yield new Answer.AtDevice();
            }
            case TIMED_OUT, CANCELLED -> ended(row, payment);
            case DECLINED, ERROR, STANDALONE_DECLINED ->
                never(
                        row,
                        200,
                        Sentence.of(
                                "sync.revkeen-shows-this-approved-card-payment",
                                "RevKeen shows this approved card payment as {0}. {1}: correct it in RevKeen"
                                        + " with reference {2}.",
                                payment.status(),
                                OutboxKind.of(row.kind()) == OutboxKind.CARD
                                        ? Sentence.of("sync.the-customer-has-paid", "The customer has paid")
                                        : Sentence.of(
                                                "sync.the-customer-has-it-back", "The customer has the money back"),
                                payment.reference()));
        };
    }

    /** When it was made by RevKeen's clock: no movement of its money there is older. */
    private static String made(TerminalPayment payment) {
        Instant made = payment.createdAt();
        return made == null
                ? ""
                : JournalText.none().with("created_at", made.toString()).json();
    }

    /**
     * RevKeen gave up on a payment that was carried out here. Its command is answered (again) where it is in hand. Where it
     * is not, RevKeen does not send it again, so that nobody would ever answer: the payment is posted anew, for which a
     * command comes that is answered from the store. Whatever a till that has died since may have said on the first one
     * has arrived when that one is looked at for the second time.
     */
    private Answer ended(OutboxRow row, TerminalPayment payment) throws StoreException {
        Sentence why = Sentence.of(
                "sync.revkeen-shows-this-payment-as", "RevKeen shows this payment as {0}", payment.status());
        if (device.answerAgain(payment.id()) || !why.equals(row.problem())) {
            return later(row, 200, why, ASK_ENDED);
        }
        return switch (planner.plan(row)) {
            case Plan.Send now -> {
                keys.forget(row.id());
                yield send(frozen(row.awaitingNone(), now.request()), "outbox.posted_again");
            }
            case Plan.NotYet wait -> later(row, 200, why, ASK_ENDED);
            case Plan.Stuck stuck -> never(row, 200, stuck.why());
            case Plan.Trouble trouble -> store(row, trouble.answer());
            case Plan.Adopt there -> adopt(row, there.remoteId());
            case Plan.Needless() -> needless(row);
        };
    }

    /** Still waiting, but known at RevKeen under {@code remoteId}. */
    private OutboxRow awaiting(OutboxRow row, String remoteId, int status, String answer) {
        return row.done(status, answer, remoteId).retryAt(clock.instant(), status, answer, null);
    }

    private Answer later(OutboxRow row, @Nullable Integer status, Sentence why, Duration pause) throws StoreException {
        update(row.retryAt(clock.instant().plus(pause), status, null, why.isEmpty() ? null : why));
        return new Answer.Later(status, why, pause);
    }

    private Answer never(OutboxRow row, @Nullable Integer status, Sentence why) throws StoreException {
        OutboxRow task = row.asTask(status, null, why);
        commits.write(tx -> {
            tx.updateOutbox(task);
            journal(tx, "outbox.task", row, "why", why.toString());
        });
        keys.forget(row.id());
        return new Answer.Never(status == null ? 0 : status, why, false);
    }

    private static void journal(Tx tx, String type, OutboxRow row, String name, String value) {
        String detail =
                JournalText.of("row", row.id(), "kind", row.kind(), name, value).json();
        tx.appendJournal(type, "sync", row.saleId(), detail);
    }

    private void update(OutboxRow row) throws StoreException {
        commits.write(tx -> tx.updateOutbox(row));
        if (row.state() == OutboxState.DONE) {
            keys.forget(row.id());
            refusedQuestions.remove(row.id());
        }
    }

    private Duration backOff(OutboxRow row) {
        return BACK_OFF.wait(Math.max(1, row.attempts()), random);
    }
}
