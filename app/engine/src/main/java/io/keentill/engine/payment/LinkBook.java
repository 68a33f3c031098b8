package io.keentill.engine.payment;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.LinkPayment;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.store.PayLinkRow;
import io.keentill.store.StoreException;
import io.keentill.store.TaskRow;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stores every step of a payment by link. It is a payment attempt like one on a terminal, with the same states and the same
 * rules: intent before the request, outcome before it is shown, doubt as UNKNOWN. Nothing here talks to RevKeen.
 */
public final class LinkBook {

    /** The kind of task that money becomes which came after its link had ended. */
    public static final String LATE = "link.late";

    private final TillStore store;
    private final AttemptBook attempts;
    private final Payments payments;
    private final IdSource ids;
    private final InstantSource clock;

    LinkBook(TillStore store, AttemptBook attempts, Payments payments, IdSource ids, InstantSource clock) {
        this.store = store;
        this.attempts = attempts;
        this.payments = payments;
        this.ids = ids;
        this.clock = clock;
    }

    /** A link with its attempt. */
    public record Kept(PayLinkRow link, PaymentAttempt attempt) {}

    /** What came of storing an intent. */
    public sealed interface Begun {
        /** Stored. */
        record Stored(PaymentAttempt attempt) implements Begun {}

        /** Not allowed; nothing is stored. */
        record Refused(Sentence message) implements Begun {}
    }

    /**
     * Stores the intent and its request in one commit.
     *
     * @param request makes the request, with its key, for the payment of this reference
     */
    public Begun begin(String orderId, Money amount, String operator, Function<String, FrozenRequest> request)
            throws StoreException {
        String reference = ids.reference();
        LinkIntent wish = new LinkIntent(orderId, amount, reference, request.apply(reference), clock.instant());
        return switch (attempts.intend(wish, LinkAddress.of(reference), operator)) {
            case AttemptBook.Intent.Refused no -> new Begun.Refused(no.message());
            case AttemptBook.Intent.Stored ok -> new Begun.Stored(ok.attempt());
        };
    }

    /** Those still looked at, the oldest first. */
    public List<Kept> watched() throws StoreException {
        return store.read(view -> view.payLinks().watched().stream()
                .map(row -> new Kept(row, view.attempt(row.attemptId()).orElseThrow()))
                .toList());
    }

    /** The link of an attempt, if it has one. */
    public Optional<Kept> of(String attemptId) throws StoreException {
        return store.read(view -> view.payLinks()
                .of(attemptId)
                .map(row -> new Kept(row, view.attempt(attemptId).orElseThrow())));
    }

    /** Stores that the request is about to leave. */
    public PaymentAttempt sending(PaymentAttempt intent) throws StoreException {
        return attempts.sending(intent.id(), "");
    }

    /** Stores the session that RevKeen made. */
    public PayLinkRow opened(PayLinkRow link, String sessionId) throws StoreException {
        return store.write(tx -> {
            PayLinkRow opened = tx.payLinks().of(link.attemptId()).orElseThrow().opened(sessionId);
            tx.payLinks().save(opened);
            return opened;
        });
    }

    /** Stores that somebody wants it to end; empty if it has ended. */
    public Optional<Kept> ending(String attemptId) throws StoreException {
        return store.write(tx -> {
            Optional<PaymentAttempt> open =
                    tx.attempt(attemptId).filter(a -> a.state().isOpen());
            Optional<PayLinkRow> row = tx.payLinks().of(attemptId).map(PayLinkRow::ending);
            row.filter(r -> open.isPresent()).ifPresent(tx.payLinks()::save);
            return open.flatMap(a -> row.map(r -> new Kept(r, a)));
        });
    }

    /** Stores an outcome, with an approval the tender, and tells about it. */
    public PaymentAttempt settle(PaymentAttempt attempt, Outcome outcome) throws StoreException {
        return payments.settle(attempt, outcome);
    }

    /** Stores that nobody may book it as it stands, and why; what is in doubt already gets this reason. */
    public PaymentAttempt doubt(PaymentAttempt attempt, Sentence why) throws StoreException {
        if (attempt.state() != AttemptState.UNKNOWN) {
            return settle(attempt, new Outcome.Unknown(why));
        }
        if (why.equals(attempt.message())) {
            return attempt;
        }
        return store.write(tx -> {
            PaymentAttempt stored = tx.attempt(attempt.id()).orElseThrow();
            if (stored.state() != AttemptState.UNKNOWN) {
                // Somebody has decided meanwhile, and was not told this: the next look compares the two.
                return stored;
            }
            PaymentAttempt noted = because(stored, why);
            tx.updateAttempt(noted);
            tx.appendJournal(
                    "payment.unknown",
                    "revkeen",
                    noted.id(),
                    JournalText.of("reference", noted.reference(), "amount", noted.amount(), "message", why)
                            .json());
            return noted;
        });
    }

    private static PaymentAttempt because(PaymentAttempt a, Sentence why) {
        return new PaymentAttempt(
                a.id(),
                a.reference(),
                a.orderId(),
                a.kind(),
                a.amount(),
                a.terminal(),
                a.operator(),
                a.originalId(),
                a.state(),
                a.approved(),
                a.card(),
                why,
                a.recoveryHint(),
                a.createdAt(),
                a.sentAt(),
                a.resolvedAt());
    }

    /** Stores that it was looked at once more after its end. */
    public void lookedLate(PayLinkRow link) throws StoreException {
        save(link.lookedLate());
    }

    /** Stores as which payment at RevKeen it was paid; it is looked at no more. */
    public void paidAs(PayLinkRow link, PaymentAttempt attempt, String paymentId) throws StoreException {
        store.write(tx -> {
            LinkPayment.keep(
                    tx,
                    Objects.requireNonNull(attempt.orderId()),
                    attempt.id(),
                    Objects.requireNonNull(link.sessionId()),
                    paymentId);
            tx.payLinks().save(link.left());
            return link;
        });
    }

    /** Stores that it is looked at no more. */
    public void leave(PayLinkRow link) throws StoreException {
        save(link.left());
    }

    private void save(PayLinkRow row) throws StoreException {
        store.write(tx -> {
            tx.payLinks().save(row);
            return row;
        });
    }

    /** Whether RevKeen's word on what a manager decided about it is still awaited. */
    public boolean isAwaited(PaymentAttempt attempt) throws StoreException {
        return isWord(attempt, ManagerDecision.Word.AWAITED);
    }

    /** Whether RevKeen has said otherwise than a manager decided, which is a task already. */
    public boolean isContradicted(PaymentAttempt attempt) throws StoreException {
        return isWord(attempt, ManagerDecision.Word.CONTRADICTS);
    }

    private boolean isWord(PaymentAttempt attempt, ManagerDecision.Word word) throws StoreException {
        return attempt.state() == AttemptState.OVERRIDDEN
                && store.read(view -> view.decision(attempt.id()))
                        .filter(d -> d.word() == word)
                        .isPresent();
    }

    /**
     * RevKeen's word on what a manager decided, where it took another amount than was asked for: agrees, or becomes a task.
     * It has nothing more to say, so that the link is looked at no more.
     */
    public void paidOther(PayLinkRow link, PaymentAttempt attempt, LinkTotal total) throws StoreException {
        store.write(tx -> {
            tx.decision(attempt.id())
                    .filter(d -> d.word() == ManagerDecision.Word.AWAITED)
                    .ifPresent(decision -> hear(tx, link, attempt, decision, total));
            tx.payLinks().save(link.left());
            return link;
        });
    }

    private void hear(Tx tx, PayLinkRow link, PaymentAttempt attempt, ManagerDecision decision, LinkTotal total) {
        Money decided = decision.approved();
        Sentence booked = decided == null
                ? Sentence.of("payment.nothing-moved", "nothing moved")
                : Sentence.of("payment.moved", "{0} moved", decided);
        boolean agrees = total.is(decided);
        Sentence said = agrees
                ? Sentence.of("payment.says-the-same", "{0} says the same: {1}.", Sentence.quoted("RevKeen"), booked)
                : Sentence.of(
                        "payment.payment-was-decided-as-and-revkeen",
                        "Payment {0} was decided as {1}, and RevKeen says that {2} was paid where {3} was asked"
                                + " for. Nothing was changed by that. Settle the difference with the customer, or"
                                + " give it back in RevKeen, where it is the payment of checkout session {4}; then"
                                + " write down here what was done.",
                        attempt.reference(),
                        booked,
                        total.said(),
                        attempt.amount(),
                        link.sessionId());
        tx.saveDecision(decision.heard(agrees ? ManagerDecision.Word.AGREES : ManagerDecision.Word.CONTRADICTS, said));
        if (!agrees) {
            tx.saveTask(TaskRow.open(ids.next(), AttemptBook.CONTRADICTED, attempt.id(), said, clock.instant()));
        }
        tx.appendJournal(
                agrees ? "payment.confirmed" : AttemptBook.CONTRADICTED,
                "revkeen",
                attempt.id(),
                JournalText.of("reference", attempt.reference(), "approved", total.noted())
                        .with("session", link.sessionId())
                        .json());
    }

    /** Money came although the link had ended: a task, which nobody can overlook, and no booking. */
    public void paidLate(PayLinkRow link, PaymentAttempt attempt, LinkTotal total) throws StoreException {
        store.write(tx -> {
            Sentence sale = attempt.orderId() == null
                    ? Sentence.quoted("")
                    : tx.order(attempt.orderId())
                            .map(o -> Sentence.of("payment.of-sale", " of sale {0}", o.reference()))
                            .orElse(Sentence.quoted(""));
            tx.saveTask(TaskRow.open(
                    ids.next(),
                    LATE,
                    attempt.id(),
                    Sentence.of(
                            "payment.the-customer-paid-by-link-after",
                            "The customer{0} paid {1} by link {2} after the till had taken it for ended"
                                    + " ({3}). The sale does not count this money. Give it back in RevKeen, where it"
                                    + " is the payment of checkout session {4}, or settle it with the customer; then"
                                    + " write down here what was done.",
                            sale,
                            total.said(),
                            attempt.reference(),
                            attempt.state(),
                            link.sessionId()),
                    clock.instant()));
            tx.appendJournal(
                    LATE,
                    "revkeen",
                    attempt.id(),
                    JournalText.of("reference", attempt.reference(), "amount", total.noted())
                            .with("order", attempt.orderId())
                            .with("session", link.sessionId())
                            .json());
            tx.payLinks().save(link.left());
            return link;
        });
    }

    /**
     * Where no RevKeen is set up any more: what is open becomes UNKNOWN, so that the sale can be set aside and a manager can
     * decide.
     */
    public void doubtAll(Sentence why) throws StoreException {
        for (Kept kept : watched()) {
            switch (kept.attempt().state()) {
                case INTENDED ->
                    settle(
                            kept.attempt(),
                            new Outcome.Failed(Sentence.of(
                                    "payment.the-till-stopped-before-revkeen-was",
                                    "The till stopped before RevKeen was asked.")));
                case SENT -> settle(kept.attempt(), new Outcome.Unknown(why));
                case APPROVED, DECLINED, CANCELLED, FAILED, UNKNOWN, OVERRIDDEN -> {}
            }
        }
    }
}
