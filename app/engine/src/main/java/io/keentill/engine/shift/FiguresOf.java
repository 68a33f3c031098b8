package io.keentill.engine.shift;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.OrderTotals;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ShiftFigures.CardSum;
import io.keentill.domain.shift.ShiftFigures.Incidents;
import io.keentill.domain.shift.ShiftFigures.OpenItem;
import io.keentill.domain.shift.ShiftFigures.ReturnSums;
import io.keentill.domain.shift.ShiftFigures.Sales;
import io.keentill.domain.shift.ShiftFigures.TaxSum;
import io.keentill.store.ShiftView;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers the figures of the shift that runs from what is stamped with its number. */
final class FiguresOf {

    /** What the journal calls changes of a price or a tax that somebody had to permit. */
    private static final Set<String> PRICE_OVERRIDES = Set.of("line.price", "sale.exempt");

    private final View view;
    private final ShiftView books;
    private final Shift shift;
    private final Currency currency;
    private final List<Order> orders;

    private FiguresOf(View view, Shift shift) {
        this.view = view;
        this.books = view.shifts();
        this.shift = shift;
        this.currency = shift.currency();
        this.orders = books.orders(shift.seq());
    }

    /** Of {@code shift}, which runs. */
    static ShiftFigures running(View view, Shift shift) {
        return new FiguresOf(view, shift).all();
    }

    private ShiftFigures all() {
        List<OrderTotals> paid = orders.stream()
                .filter(o -> o.state() == OrderState.PAID)
                .map(Order::totals)
                .toList();
        return new ShiftFigures(
                sales(paid),
                taxes(paid),
                books.refunds(shift.seq(), currency),
                returns(),
                incidents(),
                books.tenders(shift.seq(), currency),
                books.cards(shift.seq(), currency),
                books.drawer(shift.seq(), shift.openingFloat()),
                books.movements(shift.seq()),
                open(view),
                books.receipts(shift.seq()));
    }

    private Sales sales(List<OrderTotals> paid) {
        return new Sales(
                paid.size(),
                sum(paid.stream().map(OrderTotals::subtotal).toList()),
                sum(paid.stream().map(OrderTotals::discount).toList()),
                sum(paid.stream().map(OrderTotals::net).toList()),
                sum(paid.stream().map(OrderTotals::tax).toList()),
                sum(paid.stream().map(OrderTotals::total).toList()),
                books.partPayments(shift.seq(), currency),
                books.earlierPayments(shift.seq(), currency));
    }

    private static List<TaxSum> taxes(List<OrderTotals> paid) {
        Map<TaxRate, TaxSum> sums = new TreeMap<>(Comparator.comparing(TaxRate::name)
                .thenComparingInt(t -> t.rate().ppm())
                .thenComparing(TaxRate::id)
                .thenComparing(TaxRate::inclusive));
        for (OrderTotals totals : paid) {
            for (OrderTotals.TaxLine line : totals.taxes()) {
                TaxRate rate = line.rate();
                sums.merge(
                        rate,
                        new TaxSum(rate.name(), rate.rate().ppm(), line.net(), line.tax()),
                        (a, b) -> new TaxSum(
                                a.name(),
                                a.ppm(),
                                a.net().plus(b.net()),
                                a.tax().plus(b.tax())));
            }
        }
        return List.copyOf(sums.values());
    }

    private ReturnSums returns() {
        List<NoReceiptReturn> all = view.withoutReceipt().ofShift(shift.seq());
        return new ReturnSums(
                all.size(),
                sum(all.stream().map(NoReceiptReturn::total).toList()),
                taxes(all.stream().map(NoReceiptReturn::totals).toList()),
                sum(all.stream().map(NoReceiptReturn::rounding).toList()));
    }

    private Incidents incidents() {
        List<Order> dropped = orders.stream()
                .filter(o -> o.state() == OrderState.CANCELLED && !o.lines().isEmpty())
                .toList();
        Map<String, Long> said = books.journalled();
        CardSum voids = books.voids(shift.seq(), currency);
        return new Incidents(
                dropped.size(),
                sum(dropped.stream().map(o -> o.totals().total()).toList()),
                said.getOrDefault("line.removed", 0L),
                voids.returns(),
                voids.returned(),
                said.getOrDefault("payment.overridden", 0L),
                PRICE_OVERRIDES.stream()
                        .mapToLong(type -> said.getOrDefault(type, 0L))
                        .sum());
    }

    /** What was begun on this till and is not finished, the payments first. */
    static List<OpenItem> open(View view) {
        List<OpenItem> open = new ArrayList<>(unknown(view));
        for (Order sale : view.shifts().partPaid()) {
            open.add(new OpenItem(OpenItem.Kind.SALE_PART_PAID, sale.reference(), sale.paid()));
        }
        for (Refund refund : view.openRefunds()) {
            open.add(new OpenItem(OpenItem.Kind.REFUND_OPEN, refund.reference(), refund.outstanding()));
        }
        for (PaymentAttempt hold : view.liveHolds()) {
            Money held = hold.approved();
            open.add(new OpenItem(OpenItem.Kind.HOLD, hold.reference(), held == null ? hold.amount() : held));
        }
        return List.copyOf(open);
    }

    /** Payments of which nobody knows whether money moved. */
    static List<OpenItem> unknown(View view) {
        return view.openAttempts().stream()
                .filter(a -> a.state() == AttemptState.UNKNOWN)
                .map(a -> new OpenItem(OpenItem.Kind.PAYMENT_UNKNOWN, a.reference(), a.amount()))
                .toList();
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
