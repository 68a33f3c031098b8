package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.VAT;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.engine.TillEvent;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import io.keentill.store.StaffRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where giving back ends: at a sale nobody paid, at what is not decided yet, at the coins there are. */
class RefundsLimitsTest extends RefundScene {

    @Test
    void aSaleOnWhichNothingWasPaidHasNothingToGiveBack() {
        Order order = till.scan(TEA);
        assertThat(refused(refund(order, WHOLE, MoneyBack.AS_PAID))).contains("Nothing was paid on this sale");
        assertThat(till.refunds().refundable("nowhere")).isEmpty();
    }

    @Test
    void aHalfPaidSaleWaitsForTheTerminalsAnswerBeforeItGoesBack() throws Exception {
        till.scan(TEA);
        Order half = part(pounds(100));
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(Scripts::approval));
        assertThat(till.payments().pay(half.id(), pounds(50), CLERK)).isInstanceOf(CardResult.NotKnown.class);
        assertThat(refused(refund(half, WHOLE, MoneyBack.AS_PAID)))
                .contains("not decided yet", "Wait for the terminal's answer");
        assertThat(till.refunds().of(half.id())).isEmpty();
        terminal.answeringHonestly();
        resolve();
        assertThat(given(refund(half, WHOLE, MoneyBack.AS_PAID)).returned()).isEqualTo(pounds(150));
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void coinsForAHalfPaidSaleCancelItAndEverybodyIsTold() throws Exception {
        till.scan(TEA);
        Order half = ((SaleChange.PartPaid) till.selling().payCash(pounds(100), CLERK)).order();
        Refund refund = given(refund(half, WHOLE, MoneyBack.AS_PAID));
        assertThat(refund.parts()).extracting(RefundPart::type).containsExactly(TenderType.CASH);
        Order cancelled = till.order(half.id());
        assertThat(cancelled.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(till.told()).contains(new TillEvent.RefundChanged(refund), new TillEvent.OrderChanged(cancelled));
    }

    @Test
    void whatEndsWithoutItsRestIsToldToo() throws Exception {
        till.scan(TEA);
        Order sale = pay(part(pounds(100)));
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        Refund open = ((RefundResult.NotGiven) refund(sale, WHOLE, MoneyBack.AS_PAID)).refund();
        Refund ended = given(till.refunds().giveUp(open.id(), CLERK));
        assertThat(till.told()).contains(new TillEvent.RefundChanged(ended));
        assertThat(till.told())
                .as("the sale itself did not change")
                .filteredOn(TillEvent.OrderChanged.class::isInstance)
                .extracting(event -> ((TillEvent.OrderChanged) event).order().state())
                .doesNotContain(OrderState.CANCELLED);
    }

    @Test
    void aReasonOfFourHundredCharactersIsKeptWholeAndALongerOneIsNot() throws Exception {
        Order sale = till.sellForCash();
        RefundWish tooLong = new RefundWish(sale.id(), WHOLE, MoneyBack.CASH, "x".repeat(401));
        assertThat(refused(till.refunds().refund(tooLong, CLERK))).contains("few words why");
        RefundWish longest = new RefundWish(sale.id(), WHOLE, MoneyBack.CASH, "x".repeat(400));
        assertThat(given(till.refunds().refund(longest, CLERK)).reason()).isEqualTo("x".repeat(400));
    }

    @Test
    void aClerkNeitherGoesOnNorGivesUpNorPaysTheRestInCash() throws Exception {
        till.store().write(tx -> {
            tx.saveStaff(new StaffRecord(new Staff("joe", "Joe", Role.CLERK), "-", 0, null));
            return true;
        });
        till.scan(TEA);
        Order first = part(pounds(100));
        till.payments().pay(first.id(), pounds(50), CLERK);
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        String open = ((RefundResult.NotGiven) refund(till.order(first.id()), WHOLE, MoneyBack.AS_PAID))
                .refund()
                .id();
        int performs = terminal.performs();
        assertThat(refused(till.refunds().goOn(open, "joe"))).contains("manager");
        assertThat(refused(till.refunds().giveUp(open, "joe"))).contains("manager");
        assertThat(refused(till.refunds().restInCash(open, "joe"))).contains("manager");
        assertThat(terminal.performs()).isEqualTo(performs);
        assertThat(till.refunds().find(open).orElseThrow().state()).isEqualTo(RefundState.OPEN);
    }

    @Test
    void theNewestRefundComesFirstAndNoMoreThanAskedFor() throws Exception {
        Order card = till.sellByCard();
        Refund first = given(refund(card, WHOLE, MoneyBack.AS_PAID));
        Refund second = given(refund(till.sellForCash(), WHOLE, MoneyBack.AS_PAID));
        assertThat(till.refunds().recent(2)).containsExactly(second, first);
        assertThat(till.refunds().recent(1)).containsExactly(second);
        assertThat(till.refunds().isPart(first.parts().getFirst().attemptId())).isTrue();
        assertThat(till.refunds().isPart(card.tenders().getFirst().attemptId())).isFalse();
    }

    @Test
    void coinsAreRoundedOnceForAllThatGoesBack(@TempDir Path francs) throws Exception {
        till.close();
        till = TestTill.open(francs, TestClock.still(), terminal, new CashRounding(5));
        till.scan(MILK);
        Order sale = ((SaleChange.Closed) till.selling().payCash(pounds(100), CLERK)).order();
        RefundPart first =
                given(refund(sale, amount(48), MoneyBack.AS_PAID)).parts().getFirst();
        assertThat(first.amount()).isEqualTo(pounds(48));
        assertThat(first.handed()).isEqualTo(pounds(50));
        RefundPart rest = given(refund(sale, WHOLE, MoneyBack.AS_PAID)).parts().getFirst();
        assertThat(rest.amount()).isEqualTo(pounds(51));
        assertThat(rest.handed()).isEqualTo(pounds(50));
    }

    @Test
    void goodsPayOnlyForABasketOfTheirOwnCurrency() throws Exception {
        Order sale = stored(Money.of(250, "EUR"), tea(Money.of(250, "EUR")));
        Order basket = till.scan(TEA);
        assertThat(refused(exchange(sale, basket))).contains("That sale was in EUR, and this one is in GBP");
        assertThat(till.order(basket.id()).tenders()).isEmpty();
    }

    @Test
    void aPaidInvoiceIsNotExchangedForGoods() throws Exception {
        Order sale = stored(pounds(250), OrderLine.ofInvoice("inv-line", "Invoice 17", "Invoiced", pounds(250)));
        assertThat(refused(exchange(sale, till.scan(TEA)))).contains("Goods of a finished sale of this till");
        assertThat(till.refunds().of(sale.id())).isEmpty();
    }

    /** An auditor reads when money was set aside, when it went back, and when that was done: each of it once. */
    @Test
    void theJournalTellsEveryRefundFromItsBeginningToItsEndOnce() throws Exception {
        Order cash = till.sellForCash();
        assertThat(journal(given(refund(cash, WHOLE, MoneyBack.AS_PAID))))
                .containsExactly("refund.begun", "refund.cash", "refund.closed");
        Order swapped = till.sellForCash();
        assertThat(journal(given(exchange(swapped, till.scan(TEA)))))
                .containsExactly("refund.begun", "refund.exchange", "refund.closed");
        Order mixed = mixed(100);
        assertThat(journal(given(refund(mixed, WHOLE, MoneyBack.AS_PAID))))
                .containsExactly("refund.begun", "refund.card", "refund.cash", "refund.closed");
        till.scan(TEA);
        Order cards = pay(part(pounds(100)));
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        Refund open = ((RefundResult.NotGiven) refund(cards, WHOLE, MoneyBack.AS_PAID)).refund();
        assertThat(journal(given(till.refunds().goOn(open.id(), CLERK))))
                .containsExactly("refund.begun", "refund.card", "refund.card", "refund.closed");
    }

    private List<String> journal(Refund refund) throws Exception {
        return till.store().read(view -> view.journalOf(refund.id())).stream()
                .map(JournalEntry::type)
                .toList();
    }

    private static OrderLine tea(Money price) {
        return new OrderLine("old-1", "p-tea", null, TEA, "Tea", price, Quantity.ONE, VAT, null);
    }

    /** A finished sale of another day, paid in cash. */
    private Order stored(Money total, OrderLine line) throws Exception {
        Money nothing = Money.zero(total.currency());
        Tender cash = new Tender(
                "t-old",
                TenderType.CASH,
                total,
                total,
                nothing,
                nothing,
                null,
                till.clock().instant());
        Order open = new Order(
                "old",
                "OLD",
                OrderState.PAID,
                total.currency(),
                List.of(line),
                null,
                List.of(cash),
                CLERK,
                till.clock().instant(),
                null,
                900L,
                till.clock().instant());
        till.store().write(tx -> {
            tx.saveOrder(open);
            return tx;
        });
        assertThat(till.order("old").state()).isEqualTo(OrderState.PAID);
        return open;
    }

    private RefundResult exchange(Order sale, Order basket) {
        RefundWish wish = new RefundWish(sale.id(), goods(sale, 0, 1), MoneyBack.AS_PAID, "wrong size");
        return till.refunds().exchange(wish, basket.id(), CLERK);
    }

    private static RefundScope amount(long pence) {
        return new RefundScope.Amount(pounds(pence));
    }
}
