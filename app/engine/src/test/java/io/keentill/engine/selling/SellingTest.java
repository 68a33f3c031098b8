package io.keentill.engine.selling;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GONE;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SellingTest {

    @TempDir
    private Path folder;

    private TestTill till;
    private Selling selling;

    @BeforeEach
    void open() throws Exception {
        till = TestTill.open(folder, TestClock.still(), new FakeTerminal());
        selling = till.selling();
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void scanningTheSameAgainCountsOnOneLine() {
        till.scan(MILK);
        till.scan(TEA);
        Order order = till.scan(MILK);
        assertThat(order.lines()).hasSize(2);
        assertThat(order.lines().getFirst().quantity()).isEqualTo(Quantity.of(2));
        assertThat(order.totals().total()).isEqualTo(pounds(448));
        assertThat(order.lines().getFirst().revkeenProductId()).isEqualTo("rk-milk");
    }

    @Test
    void aDiscountedLineDoesNotSwallowTheNextScan() {
        Order order = till.scan(MILK);
        selling.setLineDiscount(order.lines().getFirst().id(), new Discount.Fixed("Dented", pounds(50)));
        Order after = till.scan(MILK);
        assertThat(after.lines()).hasSize(2);
        assertThat(after.totals().total()).isEqualTo(pounds(49 + 99));
    }

    @Test
    void anUnknownCodeChangesNothing() {
        Order before = till.scan(TEA);
        SaleChange.UnknownCode no = (SaleChange.UnknownCode) selling.scan("4711", Quantity.ONE, CLERK);
        assertThat(no.code()).isEqualTo("4711");
        assertThat(no.message()).contains("4711");
        assertThat(selling.current()).contains(before);
    }

    @Test
    void anUnknownCodeOpensNoSale() {
        selling.scan("4711", Quantity.ONE, CLERK);
        assertThat(selling.current()).isEmpty();
    }

    @Test
    void anArchivedProductIsNotSold() {
        assertThat(refused(selling.scan(GONE, Quantity.ONE, CLERK))).contains("no longer sold");
        assertThat(refused(selling.add("no-such-id", Quantity.ONE, CLERK))).contains("no longer in the catalogue");
    }

    @Test
    void quantitiesAndDiscountsChangeTheTotal() {
        Order order = changed(selling.scan(TEA, Quantity.of(3), CLERK));
        String line = order.lines().getFirst().id();
        assertThat(order.totals().total()).isEqualTo(pounds(750));
        assertThat(changed(selling.setQuantity(line, new Quantity(1500)))
                        .totals()
                        .total())
                .isEqualTo(pounds(375));
        Discount tenPercent = new Discount.Percent("Staff", Rate.percent(10));
        assertThat(changed(selling.setOrderDiscount(tenPercent)).totals().total())
                .isEqualTo(pounds(337));
        assertThat(changed(selling.setOrderDiscount(null)).totals().total()).isEqualTo(pounds(375));
        assertThat(changed(selling.remove(line, CLERK)).lines()).isEmpty();
        assertThat(refused(selling.remove(line, CLERK))).contains("no longer in the basket");
        assertThat(refused(selling.setQuantity(line, Quantity.ONE))).contains("no longer in the basket");
    }

    @Test
    void moreThanAQuantityCanHoldIsASentence() {
        Order order = changed(selling.scan(TEA, Quantity.of(1_000_000), CLERK));
        assertThat(refused(selling.scan(TEA, Quantity.ONE, CLERK))).contains("1,000,000");
        assertThat(selling.current()).contains(order);
    }

    @Test
    void parkingFreesTheCounterAndRecallingBringsItBack() {
        assertThat(refused(selling.park("nobody"))).contains("nothing to park");
        Order first = till.scan(TEA);
        Order parked = changed(selling.park("Mrs Jones"));
        assertThat(parked.parkedAs()).isEqualTo("Mrs Jones");
        assertThat(selling.current()).isEmpty();
        assertThat(selling.parked()).containsExactly(parked);

        till.scan(MILK);
        assertThat(refused(selling.recall(first.id()))).contains("Finish or park");
        till.selling().cancel(CLERK);
        assertThat(changed(selling.recall(first.id()))).isEqualTo(first);
        assertThat(selling.parked()).isEmpty();
    }

    @Test
    void recallingWhatIsNotParkedIsRefused() {
        Order paid = till.sellForCash();
        assertThat(refused(selling.recall(paid.id()))).contains("not parked");
        assertThat(refused(selling.recall("no such order"))).contains("gone");
        assertThat(till.selling().order(paid.id())).contains(paid);
    }

    @Test
    void recallingDropsAnEmptyBasket() {
        Order first = till.scan(TEA);
        selling.park("first");
        Order empty = till.scan(MILK);
        selling.remove(empty.lines().getFirst().id(), CLERK);
        changed(selling.recall(first.id()));
        assertThat(selling.order(empty.id()).orElseThrow().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(selling.current().orElseThrow().id()).isEqualTo(first.id());
    }

    @Test
    void anEmptyBasketIsNotParked() {
        Order order = till.scan(TEA);
        selling.remove(order.lines().getFirst().id(), CLERK);
        assertThat(refused(selling.park("empty"))).contains("nothing to park");
    }

    @Test
    void cancellingEndsASaleUntilSomethingIsPaid() {
        till.scan(TEA);
        assertThat(changed(selling.cancel(CLERK)).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(refused(selling.cancel(CLERK))).contains("no open sale");

        till.scan(TEA);
        assertThat(selling.payCash(pounds(100), CLERK)).isInstanceOf(SaleChange.PartPaid.class);
        assertThat(refused(selling.cancel(CLERK))).contains("1.00 GBP is already paid");
        assertThat(refused(selling.scan(TEA, Quantity.ONE, CLERK))).contains("already paid");
        assertThat(refused(selling.park("half"))).contains("already paid");
        SaleChange.Closed closed = (SaleChange.Closed) selling.payCash(pounds(150), CLERK);
        assertThat(closed.order().tenders()).hasSize(2);
    }

    @Test
    void aSaleGivenAwayWholeClosesWithoutATender() throws Exception {
        Order order = till.scan(TEA);
        assertThat(refused(selling.payCash(pounds(0), CLERK))).contains("Enter the amount");
        changed(selling.setOrderDiscount(
                new Discount.Percent("On the house", io.keentill.domain.money.Rate.percent(100))));
        SaleChange.Closed closed = (SaleChange.Closed) selling.payCash(pounds(0), CLERK);
        assertThat(closed.order().state()).isEqualTo(OrderState.PAID);
        assertThat(closed.order().receiptNumber()).isEqualTo(1);
        assertThat(closed.order().tenders()).isEmpty();
        assertThat(till.outboxOf(order)).hasSize(3);
    }

    @Test
    void cashGivesChange() {
        till.scan(TEA);
        SaleChange.Closed closed = (SaleChange.Closed) selling.payCash(pounds(1000), CLERK);
        assertThat(closed.tender().change()).isEqualTo(pounds(750));
        assertThat(closed.tender().applied()).isEqualTo(pounds(250));
        assertThat(closed.order().receiptNumber()).isEqualTo(1);
        assertThat(refused(selling.payCash(pounds(1), CLERK))).contains("nothing to pay");
    }

    @Test
    void nothingHandedOverPaysNothing() {
        till.scan(TEA);
        assertThat(refused(selling.payCash(pounds(0), CLERK))).contains("handed over");
        assertThat(refused(selling.payCash(pounds(-5), CLERK))).contains("handed over");
    }

    @Test
    void cashIsRoundedToTheSmallestCoin(@TempDir Path swiss) throws Exception {
        try (TestTill rounding = TestTill.open(swiss, TestClock.still(), new FakeTerminal(), new CashRounding(5))) {
            rounding.scan(MILK);
            assertThat(rounding.selling().cashDue(pounds(99))).isEqualTo(pounds(100));
            SaleChange.Closed closed = (SaleChange.Closed) rounding.selling().payCash(pounds(200), CLERK);
            assertThat(closed.tender().change()).isEqualTo(pounds(100));
            assertThat(closed.tender().rounding()).isEqualTo(pounds(1));
            assertThat(closed.tender().applied()).isEqualTo(pounds(99));
        }
    }

    @Test
    void whatRoundsToNothingIsPaidWithNothing(@TempDir Path swiss) throws Exception {
        try (TestTill rounding = TestTill.open(swiss, TestClock.still(), new FakeTerminal(), new CashRounding(5))) {
            rounding.scan(MILK);
            rounding.selling().setOrderDiscount(new Discount.Fixed("Voucher", pounds(97)));
            SaleChange.Closed closed = (SaleChange.Closed) rounding.selling().payCash(pounds(0), CLERK);
            assertThat(closed.tender().rounding()).isEqualTo(pounds(-2));
        }
    }

    @Test
    void theBasketSurvivesReopening() throws Exception {
        till.scan(TEA);
        Order order = till.scan(MILK);
        till.close();
        till = TestTill.open(folder, TestClock.still(), new FakeTerminal());
        assertThat(till.selling().current()).contains(order);
        assertThat(((SaleChange.Closed) till.selling().payCash(order.due(), CLERK))
                        .order()
                        .receiptNumber())
                .isEqualTo(1);
    }

    private static Order changed(SaleChange change) {
        assertThat(change).isInstanceOf(SaleChange.Changed.class);
        return ((SaleChange.Changed) change).order();
    }

    private static String refused(SaleChange change) {
        assertThat(change).isInstanceOf(SaleChange.Refused.class);
        return ((SaleChange.Refused) change).message().toString();
    }
}
