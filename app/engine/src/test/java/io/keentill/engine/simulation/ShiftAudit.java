package io.keentill.engine.simulation;

import static io.keentill.engine.simulation.Audit.read;
import static io.keentill.engine.simulation.Audit.require;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures.CardSum;
import io.keentill.domain.shift.ShiftFigures.TenderSum;
import io.keentill.domain.shift.ZReport;
import io.keentill.engine.shift.ZFound;
import io.keentill.store.ShiftView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the Z reports, and what belongs to no Z yet, against orders, refunds and the bank. */
final class ShiftAudit {

    private ShiftAudit() {}

    /** The Z that was shown last is there, unchanged and proven by its chain. */
    static void shownIsStored(SimTill till, Life life) {
        ZReport seen = till.shown().lastZ();
        if (seen != null) {
            ZFound now = life.engine().shifts().z(seen.number());
            require(
                    now instanceof ZFound.Report(ZReport report)
                            && report.hash().equals(seen.hash()),
                    "Z %d of %s was shown and is now %s",
                    seen.number(),
                    till.name(),
                    now);
        }
    }

    /** What was put into the drawer less what was taken out, sales and refunds apart. */
    static long moved(Life life) {
        return read(
                life.store(),
                view -> view.shifts().recent(Audit.ALL).stream()
                        .flatMap(shift -> view.shifts().movements(shift.seq()).stream())
                        .map(CashMovement::signed)
                        .mapToLong(amount -> amount.minor())
                        .sum());
    }

    /** All Zs of a till: numbers without gap, each proven, and together with what came since all that happened. */
    static void atDaysEnd(
            SimTill till,
            Life life,
            List<Order> orders,
            List<Refund> refunds,
            List<NoReceiptReturn> returns,
            Map<String, Long> bank) {
        List<ZReport> zs = new ArrayList<>();
        for (ZFound found : life.engine().shifts().zs(Audit.ALL).reversed()) {
            require(found instanceof ZFound.Report, "A Z report of %s: %s", till.name(), found);
            ZReport z = ((ZFound.Report) found).report();
            require(z.number() == zs.size() + 1, "Z %d of %s is missing", zs.size() + 1, till.name());
            require(
                    z.shift().seq() == zs.size() + 1,
                    "Z %d of %s is of shift %d",
                    z.number(),
                    till.name(),
                    z.shift().seq());
            zs.add(z);
        }
        Figures all = new Figures();
        zs.forEach(z -> all.add(z));
        read(life.store(), view -> {
            ShiftView books = view.shifts();
            boolean open = books.open().isPresent();
            List<Shift> shifts = books.recent(Audit.ALL);
            require(
                    shifts.size() == zs.size() + (open ? 1 : 0),
                    "%s has %d shifts and %d Zs",
                    till.name(),
                    shifts.size(),
                    zs.size());
            all.addUnclosed(books);
            all.returns += view.withoutReceipt().ofShift(books.current()).size();
            return till;
        });
        Figures expected = Figures.of(orders, refunds, returns, bank);
        require(all.equals(expected), "By the Zs of %s: %s; by its books and the bank: %s", till.name(), all, expected);
    }

    /** Sums over all shifts, in minor units. */
    private static final class Figures {
        private long sales;
        private long total;
        private long cash;
        private long card;
        private long cashBack;
        private long cardBack;
        private long exchanged;
        private long atTerminal;
        private long backAtTerminal;
        private long refunds;
        private long returns;
        private long withoutReceipt;
        private long receipts;

        private void add(ZReport z) {
            sales += z.figures().sales().count();
            total += z.figures().sales().total().minor();
            refunds += z.figures().refunds().count();
            returns += z.figures().returns().count();
            withoutReceipt += z.figures().drawer().returns().minor();
            z.figures().tenders().forEach(this::add);
            z.figures().cards().forEach(this::add);
            Long first = z.figures().receipts().first();
            Long last = z.figures().receipts().last();
            require(z.figures().receipts().missing() == 0, "Receipts are missing in Z %d", z.number());
            receipts += first == null || last == null ? 0 : last - first + 1;
        }

        private void addUnclosed(ShiftView books) {
            long seq = books.current();
            List<Order> paid = books.orders(seq).stream()
                    .filter(order -> order.state() == OrderState.PAID)
                    .toList();
            sales += paid.size();
            receipts += paid.size();
            total += paid.stream()
                    .mapToLong(order -> order.totals().total().minor())
                    .sum();
            refunds += books.refunds(seq, Shop.GBP).count();
            withoutReceipt += books.drawer(seq, Money.zero(Shop.GBP)).returns().minor();
            books.tenders(seq, Shop.GBP).forEach(this::add);
            books.cards(seq, Shop.GBP).forEach(this::add);
        }

        private void add(TenderSum tender) {
            if (tender.type() == TenderType.CASH) {
                cash += tender.taken().minor();
                cashBack += tender.returned().minor();
            } else if (tender.type() == TenderType.EXCHANGE) {
                exchanged += tender.taken().minor();
                require(
                        tender.taken().equals(tender.returned()),
                        "%s was exchanged, and %s paid with it",
                        tender.returned(),
                        tender.taken());
            } else {
                card += tender.taken().minor();
                cardBack += tender.returned().minor();
            }
        }

        private void add(CardSum scheme) {
            atTerminal += scheme.taken().minor();
            backAtTerminal += scheme.returned().minor();
        }

        private static Figures of(
                List<Order> orders, List<Refund> refunds, List<NoReceiptReturn> returns, Map<String, Long> bank) {
            Figures all = new Figures();
            for (Order order : orders) {
                if (order.state() == OrderState.PAID) {
                    all.sales++;
                    all.receipts++;
                    all.total += order.totals().total().minor();
                }
                order.tenders().forEach(tender -> {
                    if (tender.type() == TenderType.CASH) {
                        all.cash += tender.applied().minor();
                    } else if (tender.type() == TenderType.EXCHANGE) {
                        all.exchanged += tender.applied().minor();
                    } else {
                        all.card += tender.applied().minor();
                    }
                });
            }
            for (Refund refund : refunds) {
                all.refunds += refund.state() == RefundState.CLOSED ? 1 : 0;
                all.cashBack += sum(refund, TenderType.CASH);
                all.cardBack += sum(refund, TenderType.CARD);
            }
            all.returns = returns.size();
            all.withoutReceipt = BackAudit.handed(returns);
            for (long moved : bank.values()) {
                all.atTerminal += Math.max(0, moved);
                all.backAtTerminal -= Math.min(0, moved);
            }
            return all;
        }

        private static long sum(Refund refund, TenderType type) {
            return BackAudit.returned(refund, type)
                    .mapToLong(part -> part.amount().minor())
                    .sum();
        }

        @Override
        public String toString() {
            return sales + " sales with " + receipts + " receipts of " + total + ", cash " + cash + " less " + cashBack
                    + ", card " + card + " less " + cardBack + ", at the terminal " + atTerminal + " less "
                    + backAtTerminal + ", exchanged " + exchanged + ", " + refunds + " refunds, " + returns
                    + " returns without a receipt of " + withoutReceipt;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Figures && toString().equals(other.toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }
    }
}
