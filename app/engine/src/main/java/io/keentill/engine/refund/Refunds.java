package io.keentill.engine.refund;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.payment.Payments;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The refunds of this till, on its store and its terminal. */
public final class Refunds implements RefundDesk, RefundFacts {

    private static final System.Logger LOG = System.getLogger(Refunds.class.getName());

    private final TillStore store;
    private final Payments payments;
    private final TillEvents events;
    private final RefundBook book;
    private final RefundStart start;
    private final RefundSteps steps;
    private final Elsewhere elsewhere;
    private final Clock clock;
    private final NoReceipts noReceipts;

    /** Gives back in the coins of {@code rounding}; the zone of {@code clock} says where a day ends. */
    public Refunds(
            TillStore store, Payments payments, IdSource ids, Clock clock, TillEvents events, CashRounding rounding) {
        this.store = store;
        this.payments = payments;
        this.events = events;
        this.book = new RefundBook(ids, clock);
        this.start = new RefundStart(ids, clock);
        this.steps = new RefundSteps(store, payments, ids, clock, events, rounding, book, start);
        this.elsewhere = new Elsewhere(store);
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
            return switch (elsewhere.heard(wish)) {
                case Elsewhere.Heard.News(RefundResult.Refused news) -> news;
                case Elsewhere.Heard.Known(boolean now) ->
                    now ? claimed(source, operator) : steps.next(source, operator);
            };
        } catch (StoreException e) {
            return RefundSteps.notStored(e);
        }
    }

    /** Begins with RevKeen's word for the money, so that of two tills that want it one is refused. */
    private RefundResult claimed(RefundStart.Source source, String operator) throws StoreException {
        return switch (new Claims(store, book, payments, clock, elsewhere.money()).begin(source)) {
            case Claims.Claimed.Refused no -> new RefundResult.Refused(no.message());
            case Claims.Claimed.Denied(Refund refund, Sentence why) -> without(refund, why);
            case Claims.Claimed.Begun(Refund refund) -> begun(refund, operator);
        };
    }

    /** Goes on with a refund that was only just begun: what cannot go back ends it. */
    private RefundResult begun(Refund refund, String operator) throws StoreException {
        RefundResult result = steps.further(refund.id(), operator);
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

    @Override
    public RefundResult goOn(String refundId, String operator) {
        try {
            Optional<Order> sale = store.read(view -> view.refund(refundId).flatMap(r -> view.order(r.orderId())));
            if (sale.isPresent() && sale.get().state() == OrderState.PAID) {
                elsewhere.hear(sale.get());
            }
            Optional<Sentence> no =
                    new Claims(store, book, payments, clock, elsewhere.money()).stillUnanswered(refundId);
            if (no.isPresent()) {
                return new RefundResult.Refused(no.get());
            }
        } catch (StoreException e) {
            return RefundSteps.notStored(e);
        }
        return steps.further(refundId, operator);
    }

    /** Asks here for sales of other tills, and for what others gave back on sales of this one, from now on. */
    public void askElsewhere(SalesElsewhere sales, MoneyElsewhere back) {
        elsewhere.ask(sales, back);
    }

    @Override
    public SalesElsewhere.Answer findElsewhere(String code) {
        return elsewhere.find(code);
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
                    yield RefundSteps.notStored(e);
                }
            }
        };
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
            return steps.told(result);
        } catch (StoreException e) {
            return RefundSteps.notStored(e);
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
            return no.<RefundResult>map(RefundResult.Refused::new).orElseGet(() -> steps.further(refundId, operator));
        } catch (StoreException e) {
            return RefundSteps.notStored(e);
        }
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
