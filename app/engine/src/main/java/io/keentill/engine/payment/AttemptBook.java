package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.ManagerDecision.Word;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.book.SaleBook;
import io.keentill.store.StoreException;
import io.keentill.store.TaskRow;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.Optional;

/** Stores every step of a payment attempt: intent, sending, outcome. Nothing here talks to a terminal. */
final class AttemptBook {

    /** The kind of task that a contradicted decision becomes. */
    static final String CONTRADICTED = "payment.contradicted";

    private final TillStore store;
    private final SaleBook sales;
    private final RefundBook refunds;
    private final IdSource ids;
    private final InstantSource clock;

    AttemptBook(TillStore store, SaleBook sales, IdSource ids, InstantSource clock) {
        this.store = store;
        this.sales = sales;
        this.refunds = new RefundBook(ids, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of storing an intent. */
    sealed interface Intent {
        /** Stored; go on. */
        record Stored(PaymentAttempt attempt, boolean linked) implements Intent {}

        /** Not allowed; nothing stored. */
        record Refused(Sentence message) implements Intent {}
    }

    /** Stores an intent, if what is stored allows it. */
    Intent intend(Intention wish, String terminal, String operator) throws StoreException {
        return store.write(tx -> switch (wish.check(tx, terminal)) {
            case Intention.Checked.Refused no -> new Intent.Refused(no.message());
            case Intention.Checked.Allowed allowed -> {
                Intent intent = insert(tx, allowed, terminal, operator);
                if (intent instanceof Intent.Stored stored) {
                    wish.stored(tx, stored.attempt());
                }
                yield intent;
            }
        });
    }

    private Intent insert(Tx tx, Intention.Checked.Allowed allowed, String terminal, String operator) {
        Optional<PaymentAttempt> busy = tx.openAttemptOn(terminal);
        if (busy.isPresent()) {
            return new Intent.Refused(Sentence.of(
                    "payment.the-terminal-is-still-busy-with",
                    "The terminal is still busy with payment {0}. Nothing was charged for this one.",
                    busy.get().reference()));
        }
        PaymentAttempt attempt = new PaymentAttempt(
                ids.next(),
                allowed.reference() == null ? ids.reference() : allowed.reference(),
                allowed.orderId(),
                allowed.kind(),
                allowed.amount(),
                terminal,
                operator,
                allowed.originalId(),
                AttemptState.INTENDED,
                null,
                CardDetails.NONE,
                null,
                null,
                clock.instant(),
                null,
                null);
        tx.insertAttempt(attempt);
        journal(tx, "payment.intended", attempt);
        return new Intent.Stored(attempt, allowed.linked());
    }

    /** Stores that the first byte is about to leave. */
    PaymentAttempt sending(String attemptId, String hint) throws StoreException {
        return store.write(tx -> {
            PaymentAttempt sent = require(tx, attemptId).sent(hint, clock.instant());
            tx.updateAttempt(sent);
            journal(tx, "payment.sent", sent);
            return sent;
        });
    }

    /**
     * Stores what the terminal approved, before the driver confirms it. Until the confirmation has provably arrived the
     * terminal may still undo the payment, so it counts as UNKNOWN and is asked about after a crash; the order is paid
     * only by {@link #settle}.
     */
    void answered(String attemptId, Verdict approval) throws StoreException {
        store.write(tx -> {
            PaymentAttempt stored = require(tx, attemptId);
            boolean unsent = stored.state() == AttemptState.INTENDED;
            PaymentAttempt attempt = unsent ? stored.sent("", clock.instant()) : stored;
            if (unsent) {
                // A driver that never said it was sending: left as INTENDED, a crash now would make a wrong Failed.
                tx.updateAttempt(attempt);
            }
            if (attempt.state() == AttemptState.SENT) {
                PaymentAttempt answered = attempt.resolved(
                        AttemptState.UNKNOWN,
                        approval.approved(),
                        approval.card(),
                        Sentence.of(
                                "payment.the-terminal-approved-that-it-knows",
                                "The terminal approved; that it knows we know is not confirmed yet"),
                        clock.instant());
                tx.updateAttempt(answered);
                journal(tx, "payment.answered", answered);
            }
            return attempt;
        });
    }

    /**
     * Stores an outcome, and with an approval the tender on its order, in one transaction. An attempt that already has
     * its outcome is left as it is, so that telling it twice books once.
     */
    PaymentAttempt settle(String attemptId, Verdict verdict) throws StoreException {
        // Most outcomes are told twice, by the driver's commit point and by its return: the second costs no write.
        PaymentAttempt before = store.read(view -> require(view, attemptId));
        if (isSettled(before, verdict)) {
            return before.state() == AttemptState.OVERRIDDEN ? heard(attemptId, verdict) : before;
        }
        return store.write(tx -> {
            PaymentAttempt attempt = require(tx, attemptId);
            if (isSettled(attempt, verdict)) {
                return attempt;
            }
            if (!attempt.state().allows(verdict.state())) {
                // An outcome for something that was never marked as sent: a driver broke its contract. The terminal's
                // word counts all the same, since money may have moved.
                attempt = attempt.sent("", clock.instant());
                tx.updateAttempt(attempt);
            }
            PaymentAttempt settled = attempt.resolved(
                    verdict.state(), verdict.approved(), verdict.card(), verdict.message(), clock.instant());
            tx.updateAttempt(settled);
            journal(tx, "payment." + settled.state().name().toLowerCase(java.util.Locale.ROOT), settled);
            bookOutcome(tx, settled);
            return settled;
        });
    }

    /**
     * Stores what a manager decided, and books it like an answer of the terminal.
     *
     * @throws IllegalStateException if the attempt is not UNKNOWN
     */
    PaymentAttempt decide(Tx tx, PaymentAttempt attempt, Evidence evidence, String manager) {
        String code = evidence.authCode();
        PaymentAttempt decided = attempt.resolved(
                AttemptState.OVERRIDDEN,
                evidence.approved(),
                code == null ? attempt.card() : attempt.card().withAuthCode(code),
                Sentence.quoted(evidence.text()),
                clock.instant());
        tx.updateAttempt(decided);
        tx.saveDecision(ManagerDecision.of(attempt.id(), evidence, manager, clock.instant()));
        tx.appendJournal(
                "payment.overridden",
                manager,
                attempt.id(),
                JournalText.of("reference", attempt.reference(), "evidence", evidence.kind(), "text", evidence.text())
                        .with("approved", evidence.approved())
                        .with("auth_code", code)
                        .json());
        bookOutcome(tx, decided);
        return decided;
    }

    /** The terminal's late word on what a manager decided: confirms it, or becomes a task. Moves and books nothing. */
    private PaymentAttempt heard(String attemptId, Verdict verdict) throws StoreException {
        return store.write(tx -> {
            PaymentAttempt attempt = require(tx, attemptId);
            Optional<ManagerDecision> decision = tx.decision(attemptId).filter(d -> d.word() == Word.AWAITED);
            if (decision.isEmpty() || verdict.state() == AttemptState.UNKNOWN) {
                return attempt;
            }
            Contradiction said = Contradiction.between(attempt, decision.get(), verdict);
            tx.saveDecision(decision.get().heard(said.word(), said.text()));
            boolean contradicts = said.word() == Word.CONTRADICTS;
            if (contradicts) {
                tx.saveTask(TaskRow.open(ids.next(), CONTRADICTED, attemptId, said.text(), clock.instant()));
            }
            tx.appendJournal(
                    contradicts ? CONTRADICTED : "payment.confirmed",
                    "terminal",
                    attemptId,
                    JournalText.of(
                                    "reference",
                                    attempt.reference(),
                                    "said",
                                    verdict.state(),
                                    "approved",
                                    verdict.approved())
                            .json());
            return attempt;
        });
    }

    private static boolean isSettled(PaymentAttempt attempt, Verdict verdict) {
        return !attempt.state().isOpen() || attempt.state() == verdict.state();
    }

    /** How an attempt is to be shown whose outcome could not be stored; nothing is written. */
    PaymentAttempt doubted(PaymentAttempt intent, Sentence why) throws StoreException {
        PaymentAttempt stored = store.read(view -> require(view, intent.id()));
        PaymentAttempt sent = stored.state() == AttemptState.INTENDED ? stored.sent("", clock.instant()) : stored;
        return sent.state() == AttemptState.SENT
                ? sent.resolved(AttemptState.UNKNOWN, null, sent.card(), why, clock.instant())
                : sent;
    }

    /** What the outcome means for the sale or refund that it is part of. */
    private void bookOutcome(Tx tx, PaymentAttempt settled) {
        Money approved = settled.approved();
        String orderId = settled.orderId();
        if (!DirectIntent.takesMoney(settled.kind())) {
            refunds.settled(tx, settled);
        } else if (orderId != null && approved != null) {
            Order order = tx.order(orderId).orElseThrow();
            if (order.state() == OrderState.CANCELLED && tx.task(orderId).isPresent()) {
                // Closed by a restore, which has a task about it: it was finished with this money before.
                journal(tx, "payment.not_booked", settled);
                return;
            }
            Tender tender = LinkAddress.is(settled.terminal())
                    ? Tender.link(ids.next(), approved, settled.id(), clock.instant())
                    : Tender.card(ids.next(), approved, settled.id(), clock.instant());
            sales.book(tx, order, tender, settled.operator());
        }
    }

    private static PaymentAttempt require(View view, String attemptId) {
        return view.attempt(attemptId).orElseThrow(() -> new IllegalStateException("No payment attempt " + attemptId));
    }

    private static void journal(Tx tx, String type, PaymentAttempt attempt) {
        tx.appendJournal(
                type,
                attempt.operator(),
                attempt.id(),
                JournalText.of("reference", attempt.reference(), "kind", attempt.kind(), "amount", attempt.amount())
                        .with("order", attempt.orderId())
                        .with("approved", attempt.approved())
                        .with("card", attempt.card().lastFour())
                        .with("message", attempt.message())
                        .json());
    }
}
