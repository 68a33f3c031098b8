package io.keentill.engine.sync;

import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one outbox row one step further. The request is frozen and stored with its key before it leaves, and what came
 * back is stored before anything is built on it; so that a crash anywhere sends the same bytes under the same key again.
 */
final class OutboxSender {

    /** RevKeen forgets an idempotency key 24 h after first use; an hour is kept in hand. */
    static final Duration KEY_LIFETIME = Duration.ofHours(23);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);
    private static final Duration ASK_OUTCOME = Duration.ofMillis(300);

    private final TillStore store;
    private final RevKeen api;
    private final Planner planner;
    private final Lookup lookup;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final DeviceTurn turn = new DeviceTurn();

    OutboxSender(
            TillStore store, RevKeen api, Planner planner, Lookup lookup, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.api = api;
        this.planner = planner;
        this.lookup = lookup;
        this.clock = clock;
        this.random = random;
    }

    /** Sends or asks once. The answer says whether everything should pause; the row's own fate is already stored. */
    Answer advance(OutboxRow row) throws StoreException {
        OutboxKind kind = OutboxKind.of(row.kind());
        if (kind != OutboxKind.CARD && kind != OutboxKind.CARD_BACK) {
            return step(row);
        }
        if (!turn.take(row.id())) {
            return later(row, row.lastStatus(), "Another card payment is being recorded", ASK_OUTCOME);
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
        boolean expired = isExpired(row);
        if (!expired && row.idempotencyKey() != null) {
            return send(row);
        }
        return switch (expired ? lookup.find(row) : planner.plan(row)) {
            case Plan.Send now -> send(freeze(row, now.request(), expired ? "outbox.new_key" : null));
            case Plan.Adopt there -> adopt(row, there.remoteId());
            case Plan.Needless() -> needless(row);
            case Plan.NotYet wait -> later(row, null, wait.why(), wait.pause());
            case Plan.Stuck stuck -> never(row, null, stuck.why());
            case Plan.Trouble trouble -> store(row, trouble.answer());
        };
    }

    private Answer needless(OutboxRow row) throws StoreException {
        update(row.done(null, null, null));
        return new Answer.Accepted(200, "");
    }

    private boolean isExpired(OutboxRow row) {
        Instant first = row.firstSentAt();
        if (first == null) {
            return false;
        }
        // A first use in the future means that the clock was put back since: nobody knows how old the key is.
        Duration age = Duration.between(first, clock.instant());
        return age.isNegative() || age.compareTo(KEY_LIFETIME) > 0;
    }

    private OutboxRow freeze(OutboxRow row, FrozenRequest request, @Nullable String journalled) throws StoreException {
        OutboxRow frozen = row.frozen(request.method(), request.path(), request.body(), request.idempotencyKey());
        if (journalled != null) {
            store.write(tx -> tx.appendJournal(
                    journalled,
                    "sync",
                    row.saleId(),
                    JournalText.of("row", row.id(), "kind", row.kind()).json()));
        }
        // Stored by send() in the same commit that marks it as sent, before its first byte leaves.
        return frozen;
    }

    private Answer send(OutboxRow row) throws StoreException {
        OutboxRow sent = row.sent(clock.instant());
        store.write(tx -> {
            tx.updateOutbox(sent);
            return sent;
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
            case Answer.Later wait ->
                later(row, wait.status(), wait.why(), wait.after() == null ? backOff(row.attempts()) : wait.after());
            case Answer.DeviceNotReady wait -> {
                yield later(thawed(row), wait.status(), wait.why(), backOff(row.attempts()));
            }
            case Answer.Never no when isRefusedVoid(row, no) -> refundInstead(row, no);
            case Answer.Never no when isDuplicateCredit(row, no) -> credited(row, no);
            case Answer.Never no -> never(row, no.status(), no.why());
            case Answer.Pause pause -> {
                // Nothing is wrong with the row itself: it goes first once the pause is over.
                update(row.retryAt(clock.instant(), null, null, pause.why()));
                yield pause;
            }
        };
    }

    /** The terminal undid it, and for RevKeen it is settled already: there it has to be a refund. */
    private static boolean isRefusedVoid(OutboxRow row, Answer.Never no) {
        return no.status() == 422 && Objects.requireNonNullElse(row.path(), "").endsWith("/void");
    }

    private Answer refundInstead(OutboxRow row, Answer.Never no) throws StoreException {
        update(thawed(row).retryAt(clock.instant(), no.status(), RefundPlanner.VOID_REFUSED, no.why()));
        return new Answer.Later(no.status(), no.why(), Duration.ZERO);
    }

    /** The key in the body outlives the one in the header: RevKeen has this credit note already. */
    private static boolean isDuplicateCredit(OutboxRow row, Answer.Never no) {
        return no.status() == 409 && OutboxKind.of(row.kind()) == OutboxKind.CREDIT;
    }

    private Answer credited(OutboxRow row, Answer.Never no) throws StoreException {
        return switch (lookup.find(row)) {
            case Plan.Adopt there -> adopt(row, there.remoteId());
            case Plan.Trouble trouble -> store(row, trouble.answer());
            default -> never(row, no.status(), no.why());
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
                    row, ok.status(), "RevKeen's answer cannot be read: " + e.getMessage(), backOff(row.attempts()));
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
            case Plan.Trouble trouble -> store(row, trouble.answer());
            default ->
                never(
                        row,
                        200,
                        "RevKeen ignored this invoice and does not list it. Look for sale " + row.saleId() + " there.");
        };
    }

    private String idIn(OutboxKind kind, boolean terminal, byte[] body) {
        if (terminal) {
            return api.terminalPayments().parse(body).id();
        }
        return switch (kind) {
            case ORDER -> api.orders().parse(body).id();
            case CREDIT -> api.creditNotes().parse(body).id();
            case INVOICE, FINALIZE, CASH, CARD, CARD_BACK ->
                api.invoices().parse(body).id();
        };
    }

    private Answer adopt(OutboxRow row, String remoteId) throws StoreException {
        // A card payment recorded on the invoice has no outcome to wait for, only one posted for a terminal has.
        boolean outcomeToCome = isTerminal(row);
        OutboxRow adopted = outcomeToCome ? awaiting(row, remoteId, 200, "") : row.done(200, "", remoteId);
        store.write(tx -> {
            tx.updateOutbox(adopted);
            return tx.appendJournal(
                    "outbox.adopted",
                    "sync",
                    row.saleId(),
                    JournalText.of("row", row.id(), "kind", row.kind(), "remote", remoteId)
                            .json());
        });
        return outcomeToCome ? new Answer.AtDevice() : new Answer.Accepted(200, "");
    }

    /** A terminal payment was posted; its row is done when RevKeen has the real outcome from the connector. */
    private Answer awaitOutcome(OutboxRow row, String paymentId) throws StoreException {
        return switch (api.terminalPayments().get(paymentId)) {
            case ApiResult.Ok<TerminalPayment> ok -> outcome(row, ok.value());
            case ApiResult.Refused<TerminalPayment> no -> store(row, Answer.of(no.error()));
            case ApiResult.Unreachable<TerminalPayment> lost ->
                store(row, new Answer.Pause(Answer.Reason.UNREACHABLE, lost.message(), null));
        };
    }

    private Answer outcome(OutboxRow row, TerminalPayment payment) throws StoreException {
        return switch (payment.status().or(TerminalPaymentStatus.ERROR)) {
            case APPROVED, STANDALONE_APPROVED -> {
                update(row.done(200, "", payment.id()));
                yield new Answer.Accepted(200, "");
            }
            // An approval that the connector reports late still wins over a time-out or cancel at RevKeen.
            case REQUESTED, IN_PROGRESS -> {
                later(row, 200, "", ASK_OUTCOME);
                yield new Answer.AtDevice();
            }
            case TIMED_OUT, CANCELLED -> {
                yield later(row, 200, "RevKeen still shows this payment as " + payment.status(), Duration.ofSeconds(5));
            }
            case DECLINED, ERROR, STANDALONE_DECLINED ->
                never(
                        row,
                        200,
                        "RevKeen shows this approved card payment as " + payment.status() + ". "
                                + (OutboxKind.of(row.kind()) == OutboxKind.CARD
                                        ? "The customer has paid"
                                        : "The customer has the money back")
                                + ": correct it in RevKeen with reference " + payment.reference() + ".");
        };
    }

    /** As before it was first frozen: planned anew, under a new key. */
    @SuppressWarnings("NullAway") // it does not read the annotation on an array type
    private static OutboxRow thawed(OutboxRow r) {
        return new OutboxRow(
                r.id(),
                r.saleId(),
                r.step(),
                r.kind(),
                r.ref(),
                r.state(),
                null,
                null,
                null,
                null,
                null,
                r.attempts(),
                r.createdAt(),
                r.notBefore(),
                r.lastStatus(),
                r.lastAnswer(),
                r.remoteId(),
                r.problem());
    }

    /** Still waiting, but known at RevKeen under {@code remoteId}. */
    private OutboxRow awaiting(OutboxRow row, String remoteId, int status, String answer) {
        return row.done(status, answer, remoteId).retryAt(clock.instant(), status, answer, null);
    }

    private Answer later(OutboxRow row, @Nullable Integer status, String why, Duration pause) throws StoreException {
        update(row.retryAt(clock.instant().plus(pause), status, null, why.isEmpty() ? null : why));
        return new Answer.Later(status, why, pause);
    }

    private Answer never(OutboxRow row, @Nullable Integer status, String why) throws StoreException {
        OutboxRow task = row.asTask(status, null, why);
        store.write(tx -> {
            tx.updateOutbox(task);
            return tx.appendJournal(
                    "outbox.task",
                    "sync",
                    row.saleId(),
                    JournalText.of("row", row.id(), "kind", row.kind(), "why", why)
                            .json());
        });
        return new Answer.Never(status == null ? 0 : status, why);
    }

    private void update(OutboxRow row) throws StoreException {
        store.write(tx -> {
            tx.updateOutbox(row);
            return row;
        });
    }

    private Duration backOff(int attempts) {
        long most =
                Math.min(LONGEST_RETRY.toMillis(), FIRST_RETRY.toMillis() << Math.min(20, Math.max(0, attempts - 1)));
        return Duration.ofMillis(random.nextLong(most / 4, most + 1));
    }
}
