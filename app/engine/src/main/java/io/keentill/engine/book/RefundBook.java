package io.keentill.engine.book;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.GivenElsewhere;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.store.NewOutboxRow;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The one place that books what went back and closes refunds. Like {@link SaleBook} it always runs inside somebody's
 * transaction: outcome of the payment, part of the refund, number, journal and outbox rows are stored together or not at
 * all.
 */
public final class RefundBook {

    private final IdSource ids;
    private final InstantSource clock;

    /** Books at the times of this clock. */
    public RefundBook(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** What may go back of a sale as things are stored now. */
    public static Refundable refundable(View view, Order sale) {
        GoneWithExchange gone = GoneWithExchange.of(view, sale);
        return refundable(view, sale, gone.all(), gone.cards());
    }

    /** What each tender has left by what this till gave back itself. */
    static List<Refundable.TenderLeft> open(View view, Order sale) {
        return refundable(view, sale, GivenElsewhere.none(sale.currency()), Map.of())
                .open();
    }

    private static Refundable refundable(View view, Order sale, GivenElsewhere elsewhere, Map<String, Money> cards) {
        List<PaymentAttempt> back = sale.tenders().stream()
                .map(t -> t.attemptId())
                .filter(Objects::nonNull)
                .flatMap(id -> view.attemptsOn(id).stream())
                .filter(attempt -> !isElsewhere(view, sale, attempt))
                .toList();
        return Refundable.of(sale, view.refundsOf(sale.id()), back, elsewhere, cards);
    }

    /** Gives back money of this sale's card that was exchanged before: it counts at the sale that it was exchanged for. */
    private static boolean isElsewhere(View view, Order sale, PaymentAttempt back) {
        return view.refundOfAttempt(back.id())
                .filter(refund -> !refund.orderId().equals(sale.id()))
                .isPresent();
    }

    /** Stores a refund that begins. From here on its amount is set aside. */
    public void begin(Tx tx, Refund refund) {
        tx.saveRefund(refund);
        journal(tx, "refund.begun", refund, refund.amount());
    }

    /** The same for one whose money RevKeen is asked for first: the credit note is on its way before anything goes back. */
    public void beginClaimed(Tx tx, Refund refund) {
        begin(tx, refund);
        tx.addOutbox(new NewOutboxRow(
                refund.orderId(),
                nextStep(tx, refund.orderId()),
                OutboxKind.CREDIT.key(),
                refund.id(),
                clock.instant()));
    }

    /** Books all that is to be exchanged of it; only {@link ExchangeBook} may, which books what it pays for. */
    Refund exchanged(Tx tx, Refund refund) {
        Money exact = Money.zero(refund.currency());
        Refund after = refund;
        for (RefundPart part : refund.toExchange()) {
            after = after.returning(part.id(), part.amount(), exact, clock.instant(), ids.next());
        }
        tx.appendJournal(
                "refund.exchange",
                refund.operator(),
                refund.id(),
                JournalText.of("reference", refund.reference(), "order", refund.orderId(), "for", refund.exchangeFor())
                        .with("amount", after.exchanged())
                        .json());
        return store(tx, after);
    }

    /** Books cash that is handed over, {@code rounding} more or less than the part in coins. */
    public Refund cash(Tx tx, Refund refund, RefundPart part, Money rounding) {
        Refund after = refund.returning(part.id(), part.amount(), rounding, clock.instant(), ids.next());
        journal(tx, "refund.cash", refund, part.amount().plus(rounding));
        return store(tx, after);
    }

    /** Stores that the rest goes back in cash instead of to a card. */
    public void inCashInstead(Tx tx, Refund refund) {
        tx.saveRefund(refund);
        journal(tx, "refund.rest_in_cash", refund, refund.outstanding());
    }

    /** Books the outcome of a payment attempt on the refund that it is part of, if it is part of one. */
    public void settled(Tx tx, PaymentAttempt attempt) {
        Optional<Refund> found = tx.refundOfAttempt(attempt.id()).filter(r -> r.state() == RefundState.OPEN);
        if (found.isEmpty() || attempt.state().isOpen()) {
            return;
        }
        Refund refund = found.get();
        Money approved = attempt.approved();
        if (attempt.moved() && approved != null) {
            String part = refund.partOf(attempt.id()).orElseThrow().id();
            Money exact = Money.zero(refund.currency());
            Refund after = refund.returning(part, approved, exact, clock.instant(), ids.next());
            journal(tx, "refund.card", refund, approved);
            store(tx, after);
        } else if (attempt.kind() != PaymentKind.REVERSAL && refund.returned().isZero()) {
            // After a void that was refused a refund may still follow; the others stand for the whole.
            abandon(tx, refund);
        }
    }

    /** Ends a refund without what is still to go back. */
    public Refund giveUp(Tx tx, Refund refund) {
        if (refund.returned().isZero()) {
            return abandon(tx, refund);
        }
        Money tax = tx.order(refund.orderId())
                .map(sale -> Refundable.of(sale, others(tx, refund), List.of(), BackElsewhere.known(tx, sale), Map.of())
                        .taxOf(refund.returned()))
                .orElse(Money.zero(refund.currency()));
        return store(tx, refund.withoutRest(tax));
    }

    private static List<Refund> others(View view, Refund refund) {
        return view.refundsOf(refund.orderId()).stream()
                .filter(r -> !r.id().equals(refund.id()))
                .toList();
    }

    /** Ends a refund of which nothing went back; a claim that RevKeen refuses is settled by that. */
    private Refund abandon(Tx tx, Refund refund) {
        RefundClaim.refused(tx, refund)
                .ifPresent(row -> tx.updateOutbox(
                        row.dismissed(Sentence.of("book.nothing-went-back", "Nothing went back: {0}", row.problem()))));
        Refund abandoned = refund.abandoned(clock.instant());
        tx.saveRefund(abandoned);
        journal(tx, "refund.abandoned", abandoned, refund.amount());
        takeBackClaim(tx, refund);
        return abandoned;
    }

    /** What RevKeen was told, or is being told, goes back did not. */
    private boolean takeBackClaim(Tx tx, Refund refund) {
        boolean claimed = RefundClaim.row(tx, refund)
                .filter(row -> row.state() != OutboxState.DONE || row.remoteId() != null)
                .isPresent();
        if (claimed) {
            tx.addOutbox(new NewOutboxRow(
                    refund.orderId(),
                    nextStep(tx, refund.orderId()),
                    OutboxKind.CREDIT_VOID.key(),
                    refund.id(),
                    clock.instant()));
        }
        return claimed;
    }

    private static int nextStep(View view, String saleId) {
        return view.outboxOf(saleId).stream().mapToInt(OutboxRow::step).max().orElse(-1) + 1;
    }

    /** Stores it, closed if nothing is to go back any more. */
    private Refund store(Tx tx, Refund refund) {
        if (!refund.outstanding().isZero()) {
            tx.saveRefund(refund);
            return refund;
        }
        Instant now = clock.instant();
        Refund closed = refund.closed(tx.nextRefundNumber(), now);
        tx.saveRefund(closed);
        journal(tx, "refund.closed", closed, closed.amount());
        Optional<Order> sale = tx.order(closed.orderId());
        if (sale.isPresent() && sale.get().state() != OrderState.PAID) {
            // RevKeen was never told of a sale that was not finished, so there is nothing to take back there.
            tx.saveOrder(sale.get().givenBack(now));
            planCardBack(tx, closed, now);
        } else {
            planSync(tx, closed, now);
        }
        return closed;
    }

    /** After the rows of the sale itself: a refund never overtakes what it refunds. */
    private void planSync(Tx tx, Refund refund, Instant now) {
        boolean whole = refund.parts().stream().noneMatch(part -> part.state() == RefundPart.State.GIVEN_UP);
        if (!(RefundClaim.row(tx, refund).isPresent() && whole)) {
            takeBackClaim(tx, refund);
            tx.addOutbox(new NewOutboxRow(
                    refund.orderId(), nextStep(tx, refund.orderId()), OutboxKind.CREDIT.key(), refund.id(), now));
        }
        planCardBack(tx, refund, now);
    }

    /**
     * A card's money is told where RevKeen knows the card payment: at the sale that took it, which for exchanged money is an
     * earlier one. Of a sale that was not finished RevKeen knows no card payment.
     */
    private static void planCardBack(Tx tx, Refund refund, Instant now) {
        boolean finished = tx.order(refund.orderId())
                .filter(sale -> sale.state() == OrderState.PAID)
                .isPresent();
        for (RefundPart part : refund.parts()) {
            String original = part.originalAttemptId();
            boolean card = part.type() == TenderType.CARD && part.state() == RefundPart.State.RETURNED;
            String took = card && original != null
                    ? tx.attempt(original).map(PaymentAttempt::orderId).orElse(null)
                    : null;
            if (took != null && (finished || !took.equals(refund.orderId()))) {
                tx.addOutbox(new NewOutboxRow(took, nextStep(tx, took), OutboxKind.CARD_BACK.key(), part.id(), now));
            }
        }
    }

    private static void journal(Tx tx, String type, Refund refund, Money amount) {
        tx.appendJournal(
                type,
                refund.operator(),
                refund.id(),
                JournalText.of("reference", refund.reference(), "order", refund.orderId(), "amount", amount)
                        .with("number", refund.number())
                        .with("reason", refund.reason())
                        .json());
    }
}
