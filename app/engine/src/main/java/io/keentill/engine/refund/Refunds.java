package io.keentill.engine.refund;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.CashBack;
import io.keentill.domain.refund.GivenElsewhere;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.ExchangeBook;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.book.RefundClaim;
import io.keentill.engine.payment.DirectResult;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.payment.WayBack;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The refunds of this till, on its store and its terminal. */
public final class Refunds implements RefundDesk, RefundFacts {

    private static final System.Logger LOG = System.getLogger(Refunds.class.getName());
    private static final Sentence NOT_CONNECTED =
            Sentence.of("refund.this-till-is-not-connected-with", "This till is not connected with RevKeen.");

    private final TillStore store;
    private final Payments payments;
    private final TillEvents events;
    private final CashRounding rounding;
    private final RefundBook book;
    private final ExchangeBook exchanges;
    private final RefundStart start;
    private final Clock clock;
    private final NoReceipts noReceipts;
    private volatile SalesElsewhere elsewhere = code -> new SalesElsewhere.Answer.NotReachable(NOT_CONNECTED);
    private volatile MoneyElsewhere money = sale -> new MoneyElsewhere.Answer.NotHeard(NOT_CONNECTED);

    /** Gives back in the coins of {@code rounding}; the zone of {@code clock} says where a day ends. */
    public Refunds(
            TillStore store, Payments payments, IdSource ids, Clock clock, TillEvents events, CashRounding rounding) {
        this.store = store;
        this.payments = payments;
        this.events = events;
        this.rounding = rounding;
        this.book = new RefundBook(ids, clock);
        this.exchanges = new ExchangeBook(book, ids, clock);
        this.start = new RefundStart(ids, clock);
        this.clock = clock;
        this.noReceipts = new NoReceipts(store, ids, clock, events, rounding);
    }

    @Override
    public NoReceiptDesk withoutReceipt() {
        return noReceipts;
    }

    @Override
    public List<Order> find(String text, int limit) {
        return read(view -> SaleSearch.find(view, text, limit), List.of());
    }

    @Override
    public Optional<Refundable> refundable(String orderId) {
        return read(view -> view.order(orderId).map(sale -> RefundBook.refundable(view, sale)), Optional.empty());
    }

    @Override
    public RefundResult refund(RefundWish wish, String operator) {
        return begin(wish, view -> start.begin(view, wish, operator), operator);
    }

    @Override
    public RefundResult exchange(RefundWish wish, String basketId, String operator) {
        return begin(wish, view -> start.exchange(view, wish, basketId, operator), operator);
    }

    private RefundResult begin(RefundWish wish, RefundStart.Source source, String operator) {
        try {
            return switch (heard(wish)) {
                case Heard.News(RefundResult.Refused news) -> news;
                case Heard.Known(boolean now) -> now ? claimed(source, operator) : next(source, operator);
            };
        } catch (StoreException e) {
            return notStored(e);
        }
    }

    /**
     * Asks RevKeen what others gave back of the sale. Whoever wants all of it back is told when that is less than they
     * could have seen before; an amount and goods say for themselves what is wanted.
     */
    private Heard heard(RefundWish wish) throws StoreException {
        Optional<Order> sale = store.read(view -> view.order(wish.orderId()));
        if (sale.isEmpty() || sale.get().state() != OrderState.PAID) {
            return new Heard.Known(false);
        }
        GivenElsewhere before = store.read(view -> BackElsewhere.known(view, sale.get()));
        boolean live = hear(sale.get());
        Refundable now = store.read(view -> RefundBook.refundable(view, sale.get()));
        boolean less = now.elsewhere().total().compareTo(before.total()) > 0;
        return less && wish.scope() instanceof RefundScope.Whole && now.left().isPositive()
                ? new Heard.News(new RefundResult.Refused(Sentence.of(
                        "refund.as-revkeen-tells-just-now-of",
                        "{0}, as RevKeen tells just now: {1} of this sale is left. Look at it again"
                                + " before it goes back.",
                        now.elsewhere().words(),
                        now.left())))
                : new Heard.Known(live && store.read(view -> RefundClaim.isPossible(view, sale.get())));
    }

    /** What asking RevKeen came to. */
    private sealed interface Heard {

        /** Less is left than whoever wants it could know. */
        record News(RefundResult.Refused words) implements Heard {}

        /** Nothing that they did not know; {@code now} if RevKeen is there and can be asked for the money. */
        record Known(boolean now) implements Heard {}
    }

    /** Begins with RevKeen's word for the money, so that of two tills that want it one is refused. */
    private RefundResult claimed(RefundStart.Source source, String operator) throws StoreException {
        return switch (new Claims(store, book, payments, clock, money).begin(source)) {
            case Claims.Claimed.Refused no -> new RefundResult.Refused(no.message());
            case Claims.Claimed.Denied(Refund refund, Sentence why) -> without(refund, why);
            case Claims.Claimed.Begun(Refund refund) -> begun(refund, operator);
        };
    }

    /** Goes on with a refund that was only just begun: what cannot go back ends it. */
    private RefundResult begun(Refund refund, String operator) throws StoreException {
        RefundResult result = further(refund.id(), operator);
        if (!(result instanceof RefundResult.Refused no)) {
            return result;
        }
        boolean untouched = store.read(view -> view.refund(refund.id()))
                .filter(r -> r.state() == RefundState.OPEN && r.returned().isZero())
                .isPresent();
        return untouched ? without(refund, no.message()) : no;
    }

    private RefundResult without(Refund refund, Sentence why) throws StoreException {
        Refund ended = store.write(tx -> book.giveUp(tx, refund));
        events.publish(new TillEvent.RefundChanged(ended));
        return new RefundResult.Refused(why);
    }

    private boolean hear(Order sale) {
        if (money.ask(sale) instanceof MoneyElsewhere.Answer.NotHeard no) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "What was given back elsewhere on sale {0} is counted as it was heard last: {1}",
                    sale.reference(),
                    no.message());
            return false;
        }
        return true;
    }

    @Override
    public RefundResult goOn(String refundId, String operator) {
        try {
            store.read(view -> view.refund(refundId).flatMap(r -> view.order(r.orderId())))
                    .filter(sale -> sale.state() == OrderState.PAID)
                    .ifPresent(this::hear);
            Optional<Sentence> no = new Claims(store, book, payments, clock, money).stillUnanswered(refundId);
            if (no.isPresent()) {
                return new RefundResult.Refused(no.get());
            }
        } catch (StoreException e) {
            return notStored(e);
        }
        return further(refundId, operator);
    }

    private RefundResult further(String refundId, String operator) {
        return next(view -> start.goOn(view, refundId, operator), operator);
    }

    /** Asks here for sales of other tills, and for what others gave back on sales of this one, from now on. */
    public void askElsewhere(SalesElsewhere sales, MoneyElsewhere back) {
        elsewhere = sales;
        money = back;
    }

    @Override
    public SalesElsewhere.Answer findElsewhere(String code) {
        SalesElsewhere.Answer answer = elsewhere.find(code);
        boolean late = answer instanceof SalesElsewhere.Answer.Found(ForeignSale found)
                && money.awaitOwn(found.sale().id());
        return late ? elsewhere.find(code) : answer;
    }

    @Override
    public RefundResult refundElsewhere(
            ForeignSale sale, RefundScope scope, MoneyBack back, String reason, String operator) {
        return switch (findElsewhere(sale.sale().reference())) {
            case SalesElsewhere.Answer.NotReachable no ->
                new RefundResult.Refused(Sentence.of(
                        "refund.without-its-answer-nothing-goes-back",
                        "{0} Without its answer nothing goes back on a sale of another till.",
                        no.message()));
            case SalesElsewhere.Answer.Unknown none ->
                new RefundResult.Refused(Sentence.of(
                        "refund.revkeen-does-not-show-this-sale", "RevKeen does not show this sale any more."));
            case SalesElsewhere.Answer.Found(ForeignSale now) -> {
                RefundWish wish = new RefundWish(now.sale().id(), scope, back, reason);
                try {
                    yield claimed(view -> start.beginElsewhere(view, now, wish, operator), operator);
                } catch (StoreException e) {
                    yield notStored(e);
                }
            }
        };
    }

    /** Does the next part of a refund, new or begun, and after it whatever can follow by itself. */
    private RefundResult next(RefundStart.Source source, String operator) {
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
            basket.clear();
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

    @Override
    public RefundResult giveUp(String refundId, String operator) {
        try {
            RefundResult result = store.write(tx -> switch (start.end(tx, refundId, operator)) {
                case RefundStart.Started.Refused no -> new RefundResult.Refused(no.message());
                case RefundStart.Started.Ready ready -> {
                    if (!ready.refund().returned().isZero() && ready.refund().isOfUnfinishedSale()) {
                        yield new RefundResult.Refused(Sentence.of(
                                "refund.part-of-an-unfinished-sale-went",
                                "Part of an unfinished sale went back already. Give the rest back too, in cash"
                                        + " if the card does not take it, so that the sale can be cancelled."));
                    }
                    Refund ended = book.giveUp(tx, ready.refund());
                    yield ended.state() == RefundState.CLOSED
                            ? new RefundResult.Given(ended)
                            : new RefundResult.Abandoned(ended);
                }
            });
            return told(result);
        } catch (StoreException e) {
            return notStored(e);
        }
    }

    @Override
    public RefundResult restInCash(String refundId, String operator) {
        try {
            Optional<Sentence> no = store.write(tx -> switch (start.restInCash(tx, refundId, operator)) {
                case RefundStart.Started.Refused refused -> Optional.of(refused.message());
                case RefundStart.Started.Ready ready -> {
                    book.inCashInstead(tx, ready.refund());
                    yield Optional.empty();
                }
            });
            return no.<RefundResult>map(RefundResult.Refused::new).orElseGet(() -> further(refundId, operator));
        } catch (StoreException e) {
            return notStored(e);
        }
    }

    private RefundResult told(RefundResult result) throws StoreException {
        switch (result) {
            case RefundResult.Given given -> tell(given.refund());
            case RefundResult.Abandoned abandoned -> tell(abandoned.refund());
            case RefundResult.PartGiven part -> tell(part.refund());
            case RefundResult.NotGiven not -> tell(not.refund());
            case RefundResult.NotKnown doubt -> tell(doubt.refund());
            case RefundResult.Refused no -> LOG.log(System.Logger.Level.DEBUG, no.message());
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

    private static RefundResult notStored(StoreException e) {
        LOG.log(System.Logger.Level.ERROR, "A refund could not be stored", e);
        return new RefundResult.Refused(Sentence.of(
                "refund.look-at-the-refunds-of-this",
                "{0} Look at the refunds of this sale before going on.",
                e.getMessage()));
    }

    @Override
    public Optional<Refund> find(String refundId) {
        return read(view -> view.refund(refundId), Optional.empty());
    }

    @Override
    public boolean isPart(String attemptId) {
        return read(view -> view.refundOfAttempt(attemptId).isPresent(), false);
    }

    @Override
    public List<Refund> of(String orderId) {
        return read(view -> view.refundsOf(orderId), List.of());
    }

    @Override
    public List<Refund> open() {
        return read(View::openRefunds, List.of());
    }

    @Override
    public List<Refund> recent(int limit) {
        return read(view -> view.recentRefunds(limit), List.of());
    }

    private <T> T read(TillStore.Read<T> query, T otherwise) {
        try {
            return store.read(query);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Refunds could not be read", e);
            return otherwise;
        }
    }
}
