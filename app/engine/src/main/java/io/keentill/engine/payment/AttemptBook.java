package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.Tender;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.SaleBook;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores every step of a payment attempt: intent, sending, outcome. Nothing here talks to a terminal. */
final class AttemptBook {

    private final TillStore store;
    private final SaleBook sales;
    private final IdSource ids;
    private final InstantSource clock;

    AttemptBook(TillStore store, SaleBook sales, IdSource ids, InstantSource clock) {
        this.store = store;
        this.sales = sales;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of storing an intent. */
    sealed interface Intent {
        /** Stored; go on. */
        record Stored(PaymentAttempt attempt) implements Intent {}

        /** Not allowed; nothing stored. */
        record Refused(String message) implements Intent {}
    }

    /** Stores the intent to take {@code amount} for an order. */
    Intent intendSale(String orderId, Money amount, String terminal, String operator) throws StoreException {
        return store.write(tx -> {
            Optional<Order> found = tx.order(orderId);
            if (found.isEmpty() || found.get().state() != OrderState.OPEN) {
                return new Intent.Refused("This sale is no longer open. Nothing was charged.");
            }
            Order order = found.get();
            if (!amount.isPositive() || amount.compareTo(order.due()) > 0) {
                return new Intent.Refused(amount + " cannot be charged: " + order.due() + " is due.");
            }
            if (tx.attemptsOf(orderId).stream().anyMatch(a -> a.state().isOpen())) {
                return new Intent.Refused(
                        "A card payment for this sale is still being clarified. Nobody is charged twice:"
                                + " wait until the terminal has answered.");
            }
            return insert(tx, ids.reference(), orderId, PaymentKind.SALE, amount, terminal, operator, null);
        });
    }

    /** Stores the intent to carry out a command that came from RevKeen under its own reference. */
    Intent intendCommand(String reference, PaymentKind kind, Money amount, String terminal, @Nullable String originalId)
            throws StoreException {
        return store.write(tx -> {
            if (tx.attemptByReference(reference).isPresent()) {
                return new Intent.Refused("Reference " + reference + " was already carried out here.");
            }
            return insert(tx, reference, null, kind, amount, terminal, "revkeen", originalId);
        });
    }

    /** Stores the intent of something that pays for no order, if what is stored allows it. */
    Intent intendDirect(DirectIntent wish, String terminal, String operator) throws StoreException {
        return store.write(tx -> switch (wish.check(tx, terminal)) {
            case DirectIntent.Checked.Refused no -> new Intent.Refused(no.message());
            case DirectIntent.Checked.Allowed(Money amount, PaymentAttempt sale) ->
                insert(
                        tx,
                        ids.reference(),
                        null,
                        wish.kind(),
                        amount,
                        terminal,
                        operator,
                        sale == null ? null : sale.id());
        });
    }

    private Intent insert(
            Tx tx,
            String reference,
            @Nullable String orderId,
            PaymentKind kind,
            Money amount,
            String terminal,
            String operator,
            @Nullable String originalId) {
        Optional<PaymentAttempt> busy = tx.openAttemptOn(terminal);
        if (busy.isPresent()) {
            return new Intent.Refused("The terminal is still busy with payment "
                    + busy.get().reference() + ". Nothing was charged for this one.");
        }
        PaymentAttempt attempt = new PaymentAttempt(
                ids.next(),
                reference,
                orderId,
                kind,
                amount,
                terminal,
                operator,
                originalId,
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
        return new Intent.Stored(attempt);
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
                        "The terminal approved; that it knows we know is not confirmed yet",
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
            return before;
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
            bookSale(tx, settled);
            return settled;
        });
    }

    private static boolean isSettled(PaymentAttempt attempt, Verdict verdict) {
        return !attempt.state().isOpen() || attempt.state() == verdict.state();
    }

    /** How an attempt is to be shown whose outcome could not be stored; nothing is written. */
    PaymentAttempt doubted(PaymentAttempt intent, String why) throws StoreException {
        PaymentAttempt stored = store.read(view -> require(view, intent.id()));
        PaymentAttempt sent = stored.state() == AttemptState.INTENDED ? stored.sent("", clock.instant()) : stored;
        return sent.state() == AttemptState.SENT
                ? sent.resolved(AttemptState.UNKNOWN, null, sent.card(), why, clock.instant())
                : sent;
    }

    private void bookSale(Tx tx, PaymentAttempt settled) {
        Money approved = settled.approved();
        if (settled.kind() != PaymentKind.SALE || settled.orderId() == null || approved == null) {
            return;
        }
        Order order = tx.order(settled.orderId()).orElseThrow();
        Tender tender = Tender.card(ids.next(), approved, settled.id(), clock.instant());
        sales.book(tx, order, tender, settled.operator());
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
