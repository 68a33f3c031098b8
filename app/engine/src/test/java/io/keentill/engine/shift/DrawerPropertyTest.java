package io.keentill.engine.shift;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GBP;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ZReport;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.refund.Exchanged;
import io.keentill.engine.refund.NoReceiptResult;
import io.keentill.engine.refund.NoReceiptWish;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.refund.WithoutReceipt;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * Whatever happens in whichever sequence, the books say what is in the drawer: a wooden drawer beside the till, into which
 * this test puts what hands put, holds the same.
 */
class DrawerPropertyTest {

    private static final Capability[] ALL = {
        Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE, Capability.PARTIAL_APPROVAL
    };

    /** The same days in each build, so that a build tells about the change that it builds. */
    @Property(tries = 25, seed = "2611240915")
    void theBooksSayWhatIsInTheDrawer(@ForAll long seed) throws Exception {
        live(seed);
    }

    /** Days that nobody has seen yet: {@code -Dgroups=search -Dkeentill.tests.without=}. */
    @Tag("search")
    @Property(tries = 1000)
    void theBooksOfOtherDaysSayItToo(@ForAll long seed) throws Exception {
        live(seed);
    }

    private static void live(long seed) throws Exception {
        Path folder = Files.createTempDirectory("drawer");
        TestClock clock = TestClock.still();
        FakeTerminal terminal = new FakeTerminal().able(ALL);
        CashRounding rounding = new Random(seed).nextBoolean() ? CashRounding.NONE : new CashRounding(5);
        try (TestTill till = TestTill.open(folder, clock, terminal, rounding)) {
            Hands hands = new Hands(till, clock, new Random(seed), WithoutReceipt.allow(till, pounds(500), rounding));
            hands.work(40);
            Exchanged.checkBothHalves(till);
            assertThat(terminal.acquirer().taken())
                    .as("no card gets back more than it paid, and no card's money becomes cash")
                    .isEqualTo(hands.cardKept());
        } finally {
            remove(folder);
        }
    }

    /** Whoever works at the till, with the wooden drawer. */
    private static final class Hands {
        private final TestTill till;
        private final TestClock clock;
        private final Random random;
        private final String manager;
        private final List<Order> sold = new ArrayList<>();
        private final List<ZReport> reports = new ArrayList<>();
        private long drawer;

        Hands(TestTill till, TestClock clock, Random random, String manager) {
            this.till = till;
            this.clock = clock;
            this.random = random;
            this.manager = manager;
        }

        void work(int steps) throws Exception {
            for (int i = 0; i < steps; i++) {
                step();
                check();
            }
            if (till.shifts().current().isEmpty()) {
                openShift();
            }
            closeShift();
            wholeStory();
        }

        private void step() {
            switch (random.nextInt(12)) {
                case 0, 1 -> sell(false);
                case 2 -> sell(true);
                case 3, 4 -> refund();
                case 5 -> move();
                case 9, 10 -> exchange();
                case 11 -> takeBack();
                case 6 -> clock.jump(Duration.ofHours(random.nextInt(-20_000, 20_000)));
                case 7 -> {
                    if (till.shifts().current().isEmpty()) {
                        openShift();
                    }
                }
                default -> {
                    if (till.shifts().current().isPresent()) {
                        closeShift();
                    }
                }
            }
        }

        private void sell(boolean leavesHalf) {
            Order order =
                    till.selling().current().filter(o -> !o.lines().isEmpty()).orElseGet(() -> till.scan(TEA));
            if (order.tenders().isEmpty() && random.nextBoolean()) {
                order = till.scan("MILK");
            }
            if (random.nextBoolean() && order.due().minor() > 100) {
                order = cash(order, pounds(random.nextInt(1, 100)));
            } else if (random.nextBoolean() && order.due().minor() > 100) {
                order = ((CardResult.Paid) till.payments().pay(order.id(), pounds(50), CLERK)).order();
            }
            if (leavesHalf || order.state() == OrderState.PAID) {
                return;
            }
            Order paid = random.nextBoolean()
                    ? cash(order, order.due().plus(pounds(random.nextInt(500))))
                    : ((CardResult.Paid) till.payCard(order)).order();
            if (paid.state() == OrderState.PAID) {
                sold.add(paid);
            }
        }

        private Order cash(Order order, Money handed) {
            return switch (till.selling().payCash(handed, CLERK)) {
                case SaleChange.PartPaid part -> taken(part.order(), part.tender());
                case SaleChange.Closed closed -> {
                    sold.add(closed.order());
                    yield closed.tender() == null ? closed.order() : taken(closed.order(), closed.tender());
                }
                case SaleChange other -> order;
            };
        }

        private Order taken(Order order, Tender tender) {
            drawer += tender.tendered().minor() - tender.change().minor();
            return order;
        }

        private void refund() {
            if (sold.isEmpty()) {
                return;
            }
            Order sale = sold.get(random.nextInt(sold.size()));
            RefundScope scope = random.nextBoolean()
                    ? new RefundScope.Whole()
                    : new RefundScope.Amount(pounds(random.nextInt(1, 120)));
            MoneyBack back = random.nextBoolean() ? MoneyBack.AS_PAID : MoneyBack.CASH;
            handed(till.refunds().refund(new RefundWish(sale.id(), scope, back, "cold"), CLERK));
        }

        /** Goods of an earlier sale pay for what lies on the counter; a basket that is half paid may be given back. */
        private void exchange() {
            if (sold.isEmpty()) {
                return;
            }
            Order basket =
                    till.selling().current().filter(o -> !o.lines().isEmpty()).orElseGet(() -> till.scan(TEA));
            Order sale = sold.get(random.nextInt(sold.size()));
            OrderLine line = sale.lines().get(random.nextInt(sale.lines().size()));
            RefundScope goods = new RefundScope.Lines(List.of(new RefundScope.Goods(line.id(), line.quantity())));
            MoneyBack back = random.nextBoolean() ? MoneyBack.AS_PAID : MoneyBack.CASH;
            RefundWish wish = new RefundWish(sale.id(), goods, back, "wrong size");
            handed(till.refunds().exchange(wish, basket.id(), CLERK));
            Order now = till.selling().order(basket.id()).orElseThrow();
            if (now.state() == OrderState.PAID) {
                sold.add(now);
            } else if (!now.tenders().isEmpty() && random.nextBoolean()) {
                RefundWish whole =
                        new RefundWish(now.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "changed their mind");
                handed(till.refunds().refund(whole, CLERK));
            }
        }

        /** Goods without a receipt, as long as there is cash for them. */
        private void takeBack() {
            Money price = pounds(random.nextInt(1, 240));
            if (price.minor() + 5 > drawer) {
                return;
            }
            NoReceiptWish wish = WithoutReceipt.wish(till, random.nextBoolean() ? "p-tea" : "p-gone", price);
            if (till.refunds().withoutReceipt().give(wish, CLERK, manager)
                    instanceof NoReceiptResult.Given(NoReceiptReturn back, boolean before)) {
                drawer -= back.handed().minor();
            }
        }

        private void handed(RefundResult result) {
            Refund given = switch (result) {
                case RefundResult.Given done -> done.refund();
                case RefundResult.PartGiven part -> part.refund();
                case RefundResult other -> null;
            };
            if (given != null) {
                drawer -= given.parts().stream()
                        .filter(p -> p.type() == TenderType.CASH && p.state() == RefundPart.State.RETURNED)
                        .mapToLong(p -> p.handed().minor())
                        .sum();
            }
        }

        /** What cards paid less what went back to them, by the books. */
        long cardKept() throws Exception {
            Map<TenderType, Money> back = till.store().read((View v) -> v.returned(GBP));
            long took = till.store().<List<Order>>read(v -> v.recentOrders(1_000)).stream()
                    .flatMap(o -> o.tenders().stream())
                    .filter(t -> t.type() == TenderType.CARD)
                    .mapToLong(t -> t.applied().minor())
                    .sum();
            return took - back.get(TenderType.CARD).minor();
        }

        private void move() {
            CashMovement.Kind kind = CashMovement.Kind.values()[random.nextInt(3)];
            if (till.shifts().move(kind, pounds(random.nextInt(1, 900)), "errand", CLERK)
                    instanceof ShiftResult.Moved moved) {
                drawer += moved.movement().signed().minor();
            }
        }

        /** All that is in the drawer but what was sold since the last close is the float. */
        private void openShift() {
            long before = till.shifts().cashWithoutShift().minor();
            long put = Math.max(0, before - drawer) + random.nextInt(10_000);
            drawer += put;
            assertThat(till.shifts().open(pounds(drawer - before), CLERK)).isInstanceOf(ShiftResult.Opened.class);
        }

        private void closeShift() {
            assertThat(drawer).isNotNegative();
            ShiftResult.Counted counted =
                    (ShiftResult.Counted) till.shifts().count(CashCount.inOne(pounds(drawer)), CLERK);
            assertThat(counted.count().difference()).as("over or short").isEqualTo(pounds(0));
            ZReport z = ((CloseResult.Closed) till.shifts().close(CloseWish.PLAIN, CLERK)).report();
            assertThat(till.shifts().z(z.number())).isEqualTo(new ZFound.Report(z));
            reports.add(z);
        }

        private void check() throws Exception {
            Shift shift = till.shifts().current().orElse(null);
            if (shift == null) {
                return;
            }
            ShiftFigures figures =
                    ((XResult.Told) till.shifts().x(CLERK)).report().figures();
            assertThat(figures.drawer().expected()).isEqualTo(pounds(drawer));
            balance(figures);
        }

        private static void balance(ShiftFigures f) {
            Money taken =
                    f.tenders().stream().map(ShiftFigures.TenderSum::taken).reduce(pounds(0), Money::plus);
            assertThat(f.sales()
                            .total()
                            .plus(f.sales().partPayments())
                            .minus(f.sales().earlierPayments()))
                    .as("sales are what was paid")
                    .isEqualTo(taken);
            Money back =
                    f.tenders().stream().map(ShiftFigures.TenderSum::returned).reduce(pounds(0), Money::plus);
            assertThat(f.refunds().amount()).isEqualTo(back);
            ShiftFigures.TenderSum cash = f.tenders().getFirst();
            assertThat(cash.net().plus(cash.rounding()))
                    .as("coins are what was settled, and rounding")
                    .isEqualTo(f.drawer().sales().minus(f.drawer().refunds()));
            assertThat(f.returns().amount().plus(f.returns().rounding()))
                    .as("what was given without a receipt came out of the drawer")
                    .isEqualTo(f.drawer().returns());
            assertThat(f.returns().taxes().stream()
                            .map(t -> t.net().plus(t.tax()))
                            .reduce(pounds(0), Money::plus))
                    .isEqualTo(f.returns().amount());
            assertThat(f.taxes().stream().map(ShiftFigures.TaxSum::tax).reduce(pounds(0), Money::plus))
                    .isEqualTo(f.sales().tax());
        }

        /** Every sale, payment and refund stands in exactly one report. */
        private void wholeStory() throws Exception {
            long receipts = 0;
            long number = 0;
            for (ZReport z : reports) {
                assertThat(z.number()).isEqualTo(++number);
                Long last = z.figures().receipts().last();
                assertThat(z.figures().receipts().missing()).isZero();
                receipts = last == null ? receipts : last;
                balance(z.figures());
            }
            assertThat(receipts).isEqualTo(till.store().<Long>read(v -> v.countOrders(OrderState.PAID)));
            Money refunded =
                    reports.stream().map(z -> z.figures().refunds().amount()).reduce(pounds(0), Money::plus);
            Money booked = till.store().<Map<TenderType, Money>>read((View v) -> v.returned(GBP)).values().stream()
                    .reduce(pounds(0), Money::plus);
            assertThat(refunded).isEqualTo(booked);
            Money withoutReceipt =
                    reports.stream().map(z -> z.figures().returns().amount()).reduce(pounds(0), Money::plus);
            assertThat(withoutReceipt)
                    .isEqualTo(till.refunds().withoutReceipt().recent(1_000).stream()
                            .map(NoReceiptReturn::total)
                            .reduce(pounds(0), Money::plus));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
