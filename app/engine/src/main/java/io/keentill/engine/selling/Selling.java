package io.keentill.engine.selling;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.InvoiceClaims;
import io.keentill.engine.book.InvoiceGate;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.SaleBook;
import io.keentill.engine.book.ShiftGate;
import io.keentill.engine.payment.Hold;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order on the counter. Each change is one committed transaction before it is returned, so that a till killed at any
 * moment comes back with the basket as the clerk last saw it.
 *
 * <p>Methods block for one commit and may be called from any thread; changes happen one after the other.
 */
public final class Selling {

    private static final System.Logger LOG = System.getLogger(Selling.class.getName());

    private final TillStore store;
    private final SaleEdits edits;
    private final Adding adding;
    private final BasketDesk basket;
    private final SaleBook book;
    private final IdSource ids;
    private final InstantSource clock;
    private final Currency currency;
    private final CashRounding rounding;

    /** Sells in {@code currency}, stored in {@code store}. */
    public Selling(
            TillStore store,
            SaleBook book,
            IdSource ids,
            InstantSource clock,
            TillEvents events,
            Currency currency,
            CashRounding rounding) {
        this.store = store;
        this.edits = new SaleEdits(store, events);
        this.adding = new Adding(ids, clock, currency);
        this.basket = new BasketEdits(edits, adding, clock);
        this.book = book;
        this.ids = ids;
        this.clock = clock;
        this.currency = currency;
        this.rounding = rounding;
    }

    /** What else can be changed about the order on the counter. */
    public BasketDesk basket() {
        return basket;
    }

    /** The currency of every sale on this till. */
    public Currency currency() {
        return currency;
    }

    /** What is asked for in coins when {@code due} is to be paid. */
    public Money cashDue(Money due) {
        return rounding.round(due);
    }

    /** The order on the counter, if one is open. */
    public Optional<Order> current() {
        try {
            return store.read(View::openOrder);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The open order could not be read", e);
            return Optional.empty();
        }
    }

    /** An order by id, in any state. */
    public Optional<Order> order(String orderId) {
        try {
            return store.read(view -> view.order(orderId));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Order " + orderId + " could not be read", e);
            return Optional.empty();
        }
    }

    /** Orders closed lately, newest first. */
    public List<Order> recent(int limit) {
        try {
            return store.read(view -> view.recentOrders(limit));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Recent orders could not be read", e);
            return List.of();
        }
    }

    /**
     * Adds the product with this barcode or SKU, or the one named by a label with a hidden weight or price.
     *
     * @return also {@link SaleChange.AskPrice} and {@link SaleChange.AskChoice}
     */
    public SaleChange scan(String code, Quantity quantity, String operator) {
        return edits.change(tx -> adding.scan(tx, code, quantity, operator));
    }

    /**
     * Adds a product picked from the screen.
     *
     * @return also {@link SaleChange.AskPrice} and {@link SaleChange.AskChoice}
     */
    public SaleChange add(String productId, Quantity quantity, String operator) {
        return edits.change(tx -> adding.product(tx, productId, quantity, operator));
    }

    /** Changes how many of a line. */
    public SaleChange setQuantity(String lineId, Quantity quantity) {
        return edits.editLine(lineId, line -> line.withQuantity(quantity));
    }

    /** Takes something off one line, or nothing any more. */
    public SaleChange setLineDiscount(String lineId, @Nullable Discount discount) {
        return edits.editLine(lineId, line -> line.withDiscount(discount));
    }

    /** Takes a line out of the basket. */
    public SaleChange remove(String lineId, String operator) {
        return edits.editWhole((tx, order) -> {
            Optional<OrderLine> line = order.line(lineId);
            if (line.isEmpty()) {
                return SaleEdits.lineGone();
            }
            if (order.settlesInvoice()) {
                return cancelled(tx, order, operator);
            }
            tx.appendJournal(
                    "line.removed",
                    operator,
                    order.id(),
                    JournalText.of("sku", line.get().sku(), "gross", line.get().gross())
                            .json());
            return SaleEdits.save(tx, order.without(lineId));
        });
    }

    /** Takes something off the whole order, or nothing any more. */
    public SaleChange setOrderDiscount(@Nullable Discount discount) {
        return edits.edit((tx, order) -> SaleEdits.save(tx, order.withDiscount(discount)));
    }

    /** Sets the order aside under a name. The counter is free for the next customer. */
    public SaleChange park(String name) {
        return edits.change(tx -> {
            Optional<Order> open = tx.openOrder().filter(o -> !o.lines().isEmpty());
            if (open.isEmpty()) {
                return new SaleChange.Refused(
                        Sentence.of("selling.there-is-nothing-to-park", "There is nothing to park."));
            }
            // One whose card payment is in doubt may wait aside: it is paid there once the terminal has told.
            List<AttemptState> payments = tx.attemptsOf(open.get().id()).stream()
                    .map(PaymentAttempt::state)
                    .filter(AttemptState::isOpen)
                    .toList();
            boolean doubtful = !payments.isEmpty() && payments.stream().allMatch(AttemptState.UNKNOWN::equals);
            Optional<SaleChange> no = doubtful ? Optional.empty() : SaleEdits.blocked(tx, open.get());
            return no.orElseGet(() -> SaleEdits.save(tx, open.get().parked(name)));
        });
    }

    /** What is set aside, oldest first. */
    public List<Order> parked() {
        try {
            return store.read(View::parked);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Parked orders could not be read", e);
            return List.of();
        }
    }

    /** Brings a parked order back to the counter, which must be free. */
    public SaleChange recall(String orderId) {
        return edits.change(tx -> {
            Optional<Order> open = tx.openOrder();
            if (open.isPresent() && !open.get().lines().isEmpty()) {
                return new SaleChange.Refused(Sentence.of(
                        "selling.finish-or-park-the-sale-on", "Finish or park the sale on the counter first."));
            }
            Optional<Order> parked = tx.order(orderId).filter(o -> o.state() == OrderState.PARKED);
            if (parked.isEmpty()) {
                return new SaleChange.Refused(
                        Sentence.of("selling.this-sale-is-gone-or-not", "This sale is gone or not parked any more."));
            }
            open.ifPresent(empty -> tx.saveOrder(empty.cancelled(clock.instant())));
            return SaleEdits.save(tx, parked.get().recalled());
        });
    }

    /** Drops the order on the counter. Refused once something was paid. */
    public SaleChange cancel(String operator) {
        return edits.editWhole((tx, order) -> cancelled(tx, order, operator));
    }

    private SaleChange cancelled(Tx tx, Order order, String operator) {
        Optional<Hold> hold = Hold.of(tx.attemptsOf(order.id()));
        if (hold.isPresent()) {
            return new SaleChange.Refused(Sentence.of(
                    "selling.is-held-on-a-card-for",
                    "{0} is held on a card for this sale. Let go of it first.",
                    hold.get().held()));
        }
        tx.appendJournal(
                "sale.cancelled",
                operator,
                order.id(),
                JournalText.of(
                                "reference",
                                order.reference(),
                                "total",
                                order.totals().total())
                        .json());
        InvoiceClaims.letGo(tx, order.id(), clock.instant());
        return SaleEdits.save(tx, order.cancelled(clock.instant()));
    }

    /** Takes cash. Less than due is a part payment; more gives change; where nothing is due the sale just closes. */
    public SaleChange payCash(Money handed, String operator) {
        return edits.change(tx -> {
            Optional<Sentence> shut = ShiftGate.problem(tx);
            if (shut.isPresent()) {
                return new SaleChange.Refused(shut.get());
            }
            Optional<Order> open = tx.openOrder();
            if (open.isEmpty() || open.get().lines().isEmpty()) {
                return new SaleChange.Refused(
                        Sentence.of("selling.there-is-nothing-to-pay", "There is nothing to pay."));
            }
            if (open.get().due().isZero()) {
                return new SaleChange.Closed(book.closeUnpaid(tx, open.get(), operator), null);
            }
            // Where a due amount rounds to no coin at all, nothing handed over is right.
            if (handed.isNegative()
                    || (handed.isZero() && !cashDue(open.get().due()).isZero())) {
                return new SaleChange.Refused(Sentence.of(
                        "selling.enter-the-amount-that-the-customer",
                        "Enter the amount that the customer handed over."));
            }
            Order order = open.get();
            Optional<SaleChange> blocked = InvoiceGate.problem(tx, order, clock.instant())
                    .<SaleChange>map(SaleChange.Refused::new)
                    .or(() -> SaleEdits.openPayment(tx, order));
            if (blocked.isPresent()) {
                return blocked.get();
            }
            Tender tender = Tender.cash(ids.next(), order.due(), handed, rounding, clock.instant());
            Order booked = book.book(tx, order, tender, operator);
            return booked.due().isZero()
                    ? new SaleChange.Closed(booked, tender)
                    : new SaleChange.PartPaid(booked, tender);
        });
    }
}
