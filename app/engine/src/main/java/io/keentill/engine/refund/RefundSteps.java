package io.keentill.engine.refund;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.CashBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.ExchangeBook;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.payment.DirectResult;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.payment.WayBack;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives back the parts of a refund, one after the other: what is exchanged and what is cash in a commit each, what goes to a
 * card through the terminal. Each is checked again in the transaction that books it.
 */
final class RefundSteps {

    private static final System.Logger LOG = System.getLogger(RefundSteps.class.getName());

    private final TillStore store;
    private final Payments payments;
    private final TillEvents events;
    private final CashRounding rounding;
    private final RefundBook book;
    private final ExchangeBook exchanges;
    private final RefundStart start;
    private final Clock clock;

    RefundSteps(
            TillStore store,
            Payments payments,
            IdSource ids,
            Clock clock,
            TillEvents events,
            CashRounding rounding,
            RefundBook book,
            RefundStart start) {
        this.store = store;
        this.payments = payments;
        this.events = events;
        this.rounding = rounding;
        this.book = book;
        this.exchanges = new ExchangeBook(book, ids, clock);
        this.start = start;
        this.clock = clock;
    }

    /** Goes on with a refund that is begun. */
    RefundResult further(String refundId, String operator) {
        return next(view -> start.goOn(view, refundId, operator), operator);
    }

    /** Does the next part of a refund, new or begun, and after it whatever can follow by itself. */
    RefundResult next(RefundStart.Source source, String operator) {
        try {
            return switch (store.read(source::in)) {
                case RefundStart.Started.Refused no -> new RefundResult.Refused(no.message());
                case RefundStart.Started.Ready ready ->
                    switch (ready.refund().next().orElseThrow().type()) {
                        case EXCHANGE -> exchanged(source, operator);
                        case CASH -> cash(source, operator);
                        case CARD, LINK -> card(source, operator);
                    };
            };
        } catch (StoreException e) {
            return notStored(e);
        }
    }

    /** Books all that is exchanged, and what it pays for. */
    private RefundResult exchanged(RefundStart.Source source, String operator) throws StoreException {
        Optional<TerminalSession> terminal = payments.terminal();
        List<Order> basket = new ArrayList<>(1);
        RefundResult result = store.write(tx -> {
            return switch (source.in(tx)) {
                case RefundStart.Started.Refused no -> new RefundResult.Refused(no.message());
                case RefundStart.Started.Ready(Refund refund, boolean fresh) -> {
                    Sentence no = fresh ? RefundIntention.standsInTheWay(tx, refund, terminal, clock) : null;
                    yield no == null ? exchanged(tx, refund, fresh, operator, basket) : new RefundResult.Refused(no);
                }
            };
        });
        basket.forEach(order -> events.publish(new TillEvent.OrderChanged(order)));
        return goingOn(told(result), operator);
    }

    private RefundResult exchanged(Tx tx, Refund refund, boolean fresh, String operator, List<Order> basket) {
        return switch (ExchangeBook.basket(tx, refund)) {
            case ExchangeBook.Basket.Refused no -> new RefundResult.Refused(no.message());
            case ExchangeBook.Basket.Takes(Order order) -> {
                if (fresh) {
                    book.begin(tx, refund);
                }
                ExchangeBook.Booked booked = exchanges.book(tx, refund, order, operator);
                basket.add(booked.basket());
                yield new RefundResult.Given(booked.refund());
            }
        };
    }

    private RefundResult cash(RefundStart.Source source, String operator) throws StoreException {
        RefundResult result = store.write(tx -> switch (source.in(tx)) {
            case RefundStart.Started.Refused no -> new RefundResult.Refused(no.message());
            case RefundStart.Started.Ready(Refund refund, boolean fresh) -> {
                RefundPart part = refund.next().orElseThrow();
                if (part.type() != TenderType.CASH) {
                    yield new RefundResult.Refused(Sentence.of(
                            "refund.this-refund-changed-meanwhile-look-at",
                            "This refund changed meanwhile. Look at it again."));
                }
                if (fresh) {
                    book.begin(tx, refund);
                }
                Money coins = tx.order(refund.orderId())
                        .map(sale -> CashBack.handed(sale, tx.refundsOf(sale.id()), part.amount(), rounding))
                        .orElse(rounding.round(part.amount()));
                yield new RefundResult.Given(book.cash(tx, refund, part, coins.minus(part.amount())));
            }
        });
        return goingOn(told(result), operator);
    }

    private RefundResult goingOn(RefundResult result, String operator) {
        return result instanceof RefundResult.Given(Refund refund) && refund.state() == RefundState.OPEN
                ? further(refund, operator)
                : result;
    }

    /** Goes on after something went back: what stands in the way of the rest is no refusal of the whole. */
    private RefundResult further(Refund refund, String operator) {
        return switch (further(refund.id(), operator)) {
            case RefundResult.Refused no -> new RefundResult.PartGiven(refund, no.message());
            case RefundResult other -> other;
        };
    }

    private RefundResult card(RefundStart.Source source, String operator) throws StoreException {
        Optional<TerminalSession> terminal = payments.terminal();
        if (terminal.isEmpty()) {
            return new RefundResult.Refused(RefundIntention.NO_TERMINAL);
        }
        RefundIntention wish = new RefundIntention(source, book, terminal.get().capabilities(), clock);
        return switch (payments.run(wish, operator)) {
            case DirectResult.Refused no -> new RefundResult.Refused(no.message());
            case DirectResult.Ran(PaymentAttempt attempt) -> after(wish.stored(), attempt, operator);
        };
    }

    private RefundResult after(Refund begun, PaymentAttempt attempt, String operator) throws StoreException {
        if (attempt.state().isOpen()) {
            return new RefundResult.NotKnown(begun, attempt);
        }
        Refund refund = store.read(view -> view.refund(begun.id())).orElseThrow();
        if (attempt.moved()) {
            return refund.state() == RefundState.CLOSED ? new RefundResult.Given(refund) : further(refund, operator);
        }
        boolean instead = attempt.kind() == PaymentKind.REVERSAL
                && WayBack.mayBeRefundedInstead(attempt)
                && payments.terminal()
                        .filter(terminal -> WayBack.isRefundPossible(terminal.capabilities()))
                        .isPresent();
        if (instead) {
            RefundResult refunded = further(refund.id(), operator);
            if (!(refunded instanceof RefundResult.Refused)) {
                return refunded;
            }
        }
        boolean nothing =
                refund.state() == RefundState.OPEN && refund.returned().isZero();
        Refund left = nothing ? store.write(tx -> book.giveUp(tx, refund)) : refund;
        events.publish(new TillEvent.RefundChanged(left));
        return new RefundResult.NotGiven(left, attempt);
    }

    /** Tells whoever listens what was booked here. What came of a card is told where its payment is settled. */
    RefundResult told(RefundResult result) throws StoreException {
        switch (result) {
            case RefundResult.Given(Refund refund) -> tell(refund);
            case RefundResult.Abandoned(Refund refund) -> tell(refund);
            case RefundResult.Refused no -> LOG.log(System.Logger.Level.DEBUG, no.message());
            case RefundResult.PartGiven _, RefundResult.NotGiven _, RefundResult.NotKnown _ ->
                throw new IllegalArgumentException("Not booked here: " + result);
        }
        return result;
    }

    private void tell(Refund refund) throws StoreException {
        events.publish(new TillEvent.RefundChanged(refund));
        if (refund.isOfUnfinishedSale()) {
            store.read(view -> view.order(refund.orderId()))
                    .ifPresent(order -> events.publish(new TillEvent.OrderChanged(order)));
        }
    }

    /** What is answered where the store fails. */
    static RefundResult notStored(StoreException e) {
        LOG.log(System.Logger.Level.ERROR, "A refund could not be stored", e);
        return new RefundResult.Refused(Sentence.of(
                "refund.look-at-the-refunds-of-this",
                "{0} Look at the refunds of this sale before going on.",
                e.said()));
    }
}
