package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.engine.TillEvent;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.shift.XResult;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.OutboxRow;
import io.keentill.store.StaffRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goods of an earlier sale come back for new ones. Tea costs £2.50, milk £0.99. */
class ExchangesTest {

    private final FakeTerminal terminal =
            new FakeTerminal().able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    private TestTill till;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
    }

    @AfterEach
    void close() throws Exception {
        Exchanged.checkBothHalves(till);
        till.close();
    }

    @Test
    void goodsOfTheSamePriceAreExchangedInOneCommit() throws Exception {
        Order sale = till.sellForCash();
        Order basket = till.scan(TEA);
        long before = till.store().commits();
        Refund refund = given(exchange(sale, basket));

        assertThat(till.store().commits() - before).isEqualTo(1);
        assertThat(refund.state()).isEqualTo(RefundState.CLOSED);
        assertThat(refund.number()).isEqualTo(1);
        assertThat(refund.amount()).isEqualTo(pounds(250));
        assertThat(refund.exchanged()).isEqualTo(pounds(250));
        assertThat(refund.tax()).isEqualTo(sale.totals().tax());
        assertThat(refund.lines())
                .singleElement()
                .satisfies(l -> assertThat(l.amount()).isEqualTo(pounds(250)));
        assertThat(refund.exchangeFor()).isEqualTo(basket.id());
        Order paid = till.order(basket.id());
        assertThat(paid.state()).isEqualTo(OrderState.PAID);
        assertThat(paid.receiptNumber()).isEqualTo(2);
        assertThat(paid.tenders()).singleElement().satisfies(t -> {
            assertThat(t.type()).isEqualTo(TenderType.EXCHANGE);
            assertThat(t.exchange().refundId()).isEqualTo(refund.id());
            assertThat(t.exchange().attemptId()).isNull();
        });
        assertThat(kinds(sale)).endsWith("credit");
        assertThat(kinds(paid)).containsExactly("invoice", "finalize", "order", "exchange");
        assertThat(till.told()).contains(new TillEvent.OrderChanged(paid), new TillEvent.RefundChanged(refund));
        assertThat(till.refunds().refundable(sale.id()).orElseThrow().left()).isEqualTo(pounds(0));
    }

    @Test
    void whatTheGoodsAreWorthBeyondTheBasketGoesBack() throws Exception {
        Order sale = till.sellForCash();
        Order basket = till.scan(MILK);
        Refund refund = given(exchange(sale, basket));
        assertThat(refund.parts())
                .extracting(RefundPart::type, RefundPart::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TenderType.EXCHANGE, pounds(99)),
                        org.assertj.core.groups.Tuple.tuple(TenderType.CASH, pounds(151)));
        assertThat(till.order(basket.id()).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void whatTheBasketCostsBeyondTheGoodsIsPaid() throws Exception {
        Order sale = till.sellForCash();
        till.scan(TEA);
        Order basket = till.scan(MILK);
        Refund refund = given(exchange(sale, basket));
        assertThat(refund.state()).isEqualTo(RefundState.CLOSED);
        Order half = till.order(basket.id());
        assertThat(half.state()).isEqualTo(OrderState.OPEN);
        assertThat(half.due()).isEqualTo(pounds(99));
        Order paid = ((SaleChange.Closed) till.selling().payCash(pounds(100), CLERK)).order();
        assertThat(paid.tenders()).extracting(Tender::type).containsExactly(TenderType.EXCHANGE, TenderType.CASH);
        assertThat(kinds(paid)).endsWith("exchange", "cash");
    }

    @Test
    void theRestGoesToTheCardThatPaidAndTheExchangedShareLaterToo() throws Exception {
        Order sale = till.sellByCard();
        Order basket = till.scan(MILK);
        Refund refund = given(exchange(sale, basket));
        assertThat(refund.state()).isEqualTo(RefundState.CLOSED);
        assertThat(terminal.acquirer().taken()).as("milk is paid for").isEqualTo(99);
        assertThat(till.refunds().refundable(sale.id()).orElseThrow().left()).isEqualTo(pounds(0));

        Refund milk = given(whole(till.order(basket.id()), MoneyBack.AS_PAID));
        assertThat(milk.parts()).singleElement().satisfies(part -> {
            assertThat(part.type()).isEqualTo(TenderType.CARD);
            assertThat(part.originalAttemptId())
                    .isEqualTo(sale.tenders().getFirst().attemptId());
        });
        assertThat(terminal.acquirer().taken()).isZero();
        assertThat(till.attempt(milk.parts().getFirst().attemptId()).kind()).isEqualTo(PaymentKind.REFUND);
        assertThat(till.refunds().refundable(sale.id()).orElseThrow().tooMuch()).isEqualTo(pounds(0));
        assertThat(kinds(sale)).as("RevKeen knows the card there").endsWith("card_back");
        assertThat(kinds(till.order(basket.id()))).endsWith("credit");
    }

    @Test
    void noExchangeTurnsACardsMoneyIntoCash() throws Exception {
        Order sale = till.sellByCard();
        Order basket = till.scan(TEA);
        given(exchange(sale, basket));
        assertThat(refused(whole(till.order(basket.id()), MoneyBack.CASH))).contains("0.00 GBP can go back in cash");
    }

    @Test
    void whatWasExchangedTwiceStillGoesBackToTheFirstCard() throws Exception {
        Order sale = till.sellByCard();
        Order first = till.scan(TEA);
        given(exchange(sale, first));
        Order second = till.scan(TEA);
        given(exchange(till.order(first.id()), second));
        given(whole(till.order(second.id()), MoneyBack.AS_PAID));
        assertThat(terminal.acquirer().taken()).isZero();
        for (Order one : List.of(sale, first, second)) {
            assertThat(till.refunds().refundable(one.id()).orElseThrow().left()).isEqualTo(pounds(0));
            assertThat(till.refunds().refundable(one.id()).orElseThrow().tooMuch())
                    .isEqualTo(pounds(0));
        }
    }

    @Test
    void aMixedSaleIsExchangedFromBothTenders() throws Exception {
        till.scan(TEA);
        Order half = ((SaleChange.PartPaid) till.selling().payCash(pounds(100), CLERK)).order();
        Order sale = ((CardResult.Paid) till.payCard(half)).order();
        Order basket = till.scan(TEA);
        given(exchange(sale, basket));
        Order paid = till.order(basket.id());
        assertThat(paid.tenders())
                .extracting(t -> t.exchange().attemptId() == null, Tender::applied)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, pounds(150)),
                        org.assertj.core.groups.Tuple.tuple(true, pounds(100)));
        Refund back = given(whole(paid, MoneyBack.AS_PAID));
        assertThat(back.parts())
                .extracting(RefundPart::type, RefundPart::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TenderType.CARD, pounds(150)),
                        org.assertj.core.groups.Tuple.tuple(TenderType.CASH, pounds(100)));
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void theSameGoodsAreExchangedOnce() throws Exception {
        Order sale = till.sellForCash();
        given(exchange(sale, till.scan(TEA)));
        Order again = till.scan(TEA);
        assertThat(refused(exchange(sale, again))).contains("Nothing of this sale is left");
        assertThat(till.order(again.id()).tenders()).isEmpty();

        given(whole(till.order(till.refunds().of(sale.id()).getFirst().exchangeFor()), MoneyBack.AS_PAID));
        till.scan(MILK);
        Order two = ((SaleChange.Closed) till.selling().payCash(pounds(1000), CLERK)).order();
        Order basket = till.scan(TEA);
        given(till.refunds()
                .exchange(
                        new RefundWish(two.id(), goods(two, 0), MoneyBack.AS_PAID, "wrong size"), basket.id(), CLERK));
        assertThat(refused(till.refunds()
                        .exchange(
                                new RefundWish(two.id(), goods(two, 0), MoneyBack.AS_PAID, "wrong size"),
                                till.scan(MILK).id(),
                                CLERK)))
                .contains("0 can still come back");
    }

    @Test
    void ofASaleOfWhichPartWentBackOnlyTheRestIsWorthAnything() throws Exception {
        Order sale = till.sellForCash();
        given(till.refunds()
                .refund(
                        new RefundWish(sale.id(), new RefundScope.Amount(pounds(200)), MoneyBack.AS_PAID, "cold"),
                        CLERK));
        Order basket = till.scan(TEA);
        Refund refund = given(exchange(sale, basket));
        assertThat(refund.exchanged()).isEqualTo(pounds(50));
        assertThat(till.order(basket.id()).due()).isEqualTo(pounds(200));
        long tax = till.refunds().of(sale.id()).stream()
                .mapToLong(r -> r.tax().minor())
                .sum();
        assertThat(tax).isEqualTo(sale.totals().tax().minor());
    }

    @Test
    void aHalfPaidBasketGivesTheExchangedMoneyBackAsItWasPaid() throws Exception {
        Order cash = till.sellForCash();
        till.scan(TEA);
        Order first = till.scan(MILK);
        given(exchange(cash, first));
        Refund coins = given(whole(till.order(first.id()), MoneyBack.AS_PAID));
        assertThat(coins.parts()).extracting(RefundPart::type).containsExactly(TenderType.CASH);
        assertThat(till.order(first.id()).state()).isEqualTo(OrderState.CANCELLED);

        Order card = till.sellByCard();
        till.scan(TEA);
        Order second = till.scan(MILK);
        given(exchange(card, second));
        given(whole(till.order(second.id()), MoneyBack.AS_PAID));
        assertThat(till.order(second.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(terminal.acquirer().taken()).isZero();
        assertThat(kinds(card)).as("RevKeen knows the card payment").endsWith("credit", "card_back");
        assertThat(kinds(till.order(second.id())))
                .as("and nothing of the basket")
                .isEmpty();
    }

    @Test
    void whereTheCardDoesNotTakeTheRestTheExchangeStands() throws Exception {
        Order sale = till.sellByCard();
        Order basket = till.scan(MILK);
        terminal.then(Scripts.decline());
        RefundResult.NotGiven not = (RefundResult.NotGiven) exchange(sale, basket);
        assertThat(not.refund().state()).isEqualTo(RefundState.OPEN);
        assertThat(not.refund().returned()).isEqualTo(pounds(99));
        assertThat(till.order(basket.id()).state()).isEqualTo(OrderState.PAID);
        Refund open = till.refunds().open().getFirst();
        assertThat(given(till.refunds().goOn(open.id(), CLERK)).returned()).isEqualTo(pounds(250));
        assertThat(terminal.acquirer().taken()).isEqualTo(99);
    }

    @Test
    void nothingIsBegunWhereTheTerminalCannotGiveTheRestBack() throws Exception {
        Order sale = till.sellByCard();
        Order basket = till.scan(MILK);
        terminal.able(Capability.QUERY_BY_REFERENCE);
        assertThat(refused(exchange(sale, basket))).contains("cannot give the money");
        assertThat(till.refunds().of(sale.id())).isEmpty();
        assertThat(till.order(basket.id()).tenders()).isEmpty();
    }

    @Test
    void whatCannotBeExchangedIsRefusedAndNothingIsStored() throws Exception {
        Order sale = till.sellForCash();
        assertThat(refused(till.refunds().exchange(wish(sale), "nowhere", CLERK)))
                .contains("new goods");
        assertThat(refused(exchange(sale, till.order(sale.id())))).contains("new goods");
        Order basket = till.scan(TEA);
        assertThat(refused(exchange(basket, basket))).contains("finished sale");
        RefundWish whole = new RefundWish(sale.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "broken");
        assertThat(refused(till.refunds().exchange(whole, basket.id(), CLERK))).contains("Choose what comes back");
        RefundWish silent = new RefundWish(sale.id(), goods(sale, 0), MoneyBack.AS_PAID, " ");
        assertThat(refused(till.refunds().exchange(silent, basket.id(), CLERK))).contains("few words");
        till.store().write(tx -> {
            tx.saveStaff(new StaffRecord(new Staff("joe", "Joe", Role.CLERK), "x", 0, null));
            return true;
        });
        assertThat(refused(till.refunds().exchange(wish(sale), basket.id(), "joe")))
                .contains("manager");
        assertThat(till.refunds().of(sale.id())).isEmpty();
    }

    @Test
    void aBasketWhoseCardPaymentIsInDoubtTakesNone() throws Exception {
        Order sale = till.sellForCash();
        Order basket = till.scan(TEA);
        terminal.then(Scripts.answerLost(Scripts::approval));
        till.payCard(basket);
        assertThat(refused(exchange(sale, basket))).contains("not decided yet");
    }

    @Test
    void noCashMovesInTheShiftAndTheFiguresAddUp() throws Exception {
        till.shifts().open(pounds(5_000), CLERK);
        Order sale = till.sellForCash();
        given(exchange(sale, till.scan(MILK)));
        ShiftFigures figures = ((XResult.Told) till.shifts().x(CLERK)).report().figures();
        assertThat(figures.drawer().expected()).isEqualTo(pounds(5_000 + 250 - 151));
        assertThat(figures.sales().total()).isEqualTo(pounds(250 + 99));
        assertThat(figures.refunds().amount()).isEqualTo(pounds(250));
        ShiftFigures.TenderSum line = figures.tenders().stream()
                .filter(t -> t.type() == TenderType.EXCHANGE)
                .findFirst()
                .orElseThrow();
        assertThat(line.taken()).isEqualTo(pounds(99));
        assertThat(line.returned()).isEqualTo(pounds(99));
        assertThat(line.net()).isEqualTo(pounds(0));
        till.shifts().count(CashCount.inOne(pounds(5_099)), CLERK);
    }

    private RefundResult exchange(Order sale, Order basket) {
        return till.refunds().exchange(wish(sale), basket.id(), CLERK);
    }

    private static RefundWish wish(Order sale) {
        return new RefundWish(sale.id(), goods(sale, 0), MoneyBack.AS_PAID, "wrong size");
    }

    private static RefundScope goods(Order sale, int line) {
        return new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().get(line).id(), Quantity.ONE)));
    }

    private RefundResult whole(Order sale, MoneyBack back) {
        return till.refunds().refund(new RefundWish(sale.id(), new RefundScope.Whole(), back, "broken"), CLERK);
    }

    private static Refund given(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }

    private static String refused(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Refused.class);
        return ((RefundResult.Refused) result).message().toString();
    }

    private List<String> kinds(Order order) throws Exception {
        return till.outboxOf(order).stream().map(OutboxRow::kind).toList();
    }
}
