package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.RemoteObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody else gives money of a sale back that has paid for other goods meanwhile: with those it does not go back again.
 * Tea costs £2.50.
 */
class GoneWithExchangeTest {

    private final FakeTerminal terminal =
            new FakeTerminal().able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    private TestTill till;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void aCardsMoneyThatWasExchangedAndWentBackElsewhereDoesNotGoBackWithTheNewGoods() throws Exception {
        Order sale = till.sellByCard();
        Order basket = exchanged(sale);
        assertThat(left(basket)).isEqualTo(pounds(250));
        moved(sale, "tx-1", 250, "card");
        assertThat(left(basket)).isEqualTo(pounds(0));
        assertThat(left(sale)).isEqualTo(pounds(0));
        assertThat(refused(whole(basket))).contains("Nothing").contains("2.50 GBP was given back elsewhere");
        assertThat(terminal.acquirer().taken())
                .as("what went back went elsewhere")
                .isEqualTo(250);
    }

    @Test
    void itIsTakenFromWhatTheFirstSaleStillHas() throws Exception {
        till.scan(TEA);
        Order sale = cards(till.scan(TEA));
        Order basket = exchanged(sale);
        moved(sale, "tx-1", 250, "card");
        assertThat(left(sale)).isEqualTo(pounds(0));
        assertThat(left(basket)).isEqualTo(pounds(250));
        moved(sale, "tx-2", 100, "card");
        assertThat(left(basket)).isEqualTo(pounds(150));
        assertThat(refused(till.refunds().refund(amount(basket, 151), CLERK))).contains("1.50 GBP is left");
        given(till.refunds().refund(amount(basket, 150), CLERK));
        assertThat(left(basket)).isEqualTo(pounds(0));
        assertThat(terminal.acquirer().taken()).as("500 less 350 elsewhere").isEqualTo(350);
    }

    @Test
    void itFollowsAChainOfExchanges() throws Exception {
        Order sale = till.sellByCard();
        Order first = exchanged(sale);
        Order second = exchanged(first);
        moved(sale, "tx-1", 200, "card");
        assertThat(left(first)).isEqualTo(pounds(0));
        assertThat(left(second)).isEqualTo(pounds(50));
        assertThat(tooMuch(first)).isEqualTo(pounds(0));
    }

    @Test
    void theExchangeThatStillHasItBearsIt() throws Exception {
        till.scan(TEA);
        Order sale = cards(till.scan(TEA));
        Order first = exchanged(sale);
        Order second = exchanged(sale);
        given(whole(first));
        moved(sale, "tx-1", 250, "card");
        assertThat(left(second)).isEqualTo(pounds(0));
        assertThat(tooMuch(first)).as("it went back there before").isEqualTo(pounds(0));
    }

    @Test
    void theFirstExchangeBearsNoMoreThanItHas() throws Exception {
        till.scan(TEA);
        Order sale = cards(till.scan(TEA));
        Order first = exchanged(sale);
        Order second = exchanged(sale);
        moved(sale, "tx-1", 300, "card");
        assertThat(left(first)).isEqualTo(pounds(0));
        assertThat(left(second)).isEqualTo(pounds(200));
        moved(sale, "tx-2", 250, "card");
        assertThat(left(second)).isEqualTo(pounds(0));
        assertThat(tooMuch(sale)).as("more than it all").isEqualTo(pounds(50));
    }

    /** The card's share was exchanged, so it is the card's that is gone; the cash is there for whoever brings the rest back. */
    @Test
    void cashOfTheSameSaleStaysWhereItIs() throws Exception {
        till.scan(TEA);
        till.scan(TEA);
        Order half = ((SaleChange.PartPaid) till.selling().payCash(pounds(250), CLERK)).order();
        Order sale = ((CardResult.Paid) till.payCard(half)).order();
        Order basket = till.scan(TEA);
        given(exchange(sale, basket));
        Money exchanged = till.order(basket.id()).paid();
        assertThat(exchanged).isEqualTo(pounds(250));
        boolean card = till.order(basket.id()).tenders().getFirst().exchange().attemptId() != null;
        moved(sale, "tx-1", 250, card ? "card" : "cash");
        assertThat(left(basket)).isEqualTo(pounds(0));
        assertThat(left(sale)).as("paid another way").isEqualTo(pounds(250));
    }

    @Test
    void aCreditNoteThatDoesNotSayWhichWayCountsToo() throws Exception {
        Order sale = till.sellByCard();
        Order basket = exchanged(sale);
        String note = "{\"status\":\"issued\",\"amount\":150,\"currency\":\"GBP\",\"reason\":\"at the office\"}";
        remote(BackElsewhere.CREDIT_NOTE, "cn-1", sale, note);
        assertThat(left(basket)).isEqualTo(pounds(100));
    }

    @Test
    void aRefundThatWasBegunDoesNotGoOnWithIt() throws Exception {
        Order sale = till.sellByCard();
        till.scan(TEA);
        Order basket = till.scan(TEA);
        till.payments().pay(basket.id(), pounds(250), CLERK);
        given(exchange(sale, basket));
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        Refund begun = begun(whole(basket));
        assertThat(begun.outstanding()).as("the exchanged share").isEqualTo(pounds(250));
        assertThat(terminal.acquirer().taken()).isEqualTo(250);

        moved(sale, "tx-1", 250, "card");
        assertThat(refused(till.refunds().goOn(begun.id(), CLERK)))
                .contains("2.50 GBP was given back elsewhere")
                .contains("Give up the rest");
        assertThat(terminal.acquirer().taken())
                .as("what went back went elsewhere")
                .isEqualTo(250);
    }

    /** RevKeen tells it of the sale whose own card it was; the other card's money was taken for an earlier one. */
    @Test
    void whatWentBackToTheCardThatPaidTheRestIsThatCards() throws Exception {
        Order sale = till.sellByCard();
        Order basket = halfExchanged(sale);
        moved(basket, "tx-1", 150, "card");
        Refund back = given(whole(basket));
        assertThat(back.parts())
                .extracting(RefundPart::originalAttemptId, RefundPart::amount)
                .containsExactlyInAnyOrder(
                        tuple(sale.tenders().getFirst().attemptId(), pounds(250)),
                        tuple(basket.tenders().getLast().attemptId(), pounds(100)));
    }

    @Test
    void thatCardsMoneyTooIsFollowedWhenItIsExchanged() throws Exception {
        Order sale = till.sellByCard();
        Order basket = halfExchanged(sale);
        Order third = exchanged(basket);
        String exchanged = third.tenders().getFirst().cardPayment();
        boolean first = sale.tenders().getFirst().attemptId().equals(exchanged);
        moved(first ? sale : basket, "tx-1", 250, "card");
        assertThat(left(third)).isEqualTo(pounds(0));
        assertThat(left(basket)).as("the other card's").isEqualTo(pounds(250));
    }

    @Test
    void moreThanItsOwnCardPaidIsNotTakenFromAnotherCardsMoney() throws Exception {
        Order sale = till.sellByCard();
        Order basket = halfExchanged(sale);
        Order third = exchanged(basket);
        Order fourth = exchanged(basket);
        moved(sale, "tx-1", 300, "card");
        assertThat(left(third).plus(left(fourth)))
                .as("the card that paid the rest")
                .isEqualTo(pounds(250));
        assertThat(tooMuch(sale)).isEqualTo(pounds(50));
        moved(basket, "tx-2", 260, "card");
        assertThat(left(third).plus(left(fourth))).isEqualTo(pounds(0));
        assertThat(tooMuch(basket)).isEqualTo(pounds(10));
        assertThat(tooMuch(sale)).isEqualTo(pounds(50));
    }

    @Test
    void whatIsThereOnceIsTakenOnceThoughTwoExchangesLeadToIt() throws Exception {
        till.scan(TEA);
        Order sale = cards(till.scan(TEA));
        till.scan(TEA);
        Order basket = till.scan(TEA);
        given(exchange(sale, basket));
        given(exchange(sale, basket));
        Order third = exchanged(till.order(basket.id()));
        moved(sale, "tx-1", 550, "card");
        assertThat(left(basket)).isEqualTo(pounds(0));
        assertThat(left(third)).isEqualTo(pounds(0));
        assertThat(tooMuch(third)).isEqualTo(pounds(0));
        assertThat(tooMuch(sale)).isEqualTo(pounds(50));
    }

    @Test
    void whatWentBackAlreadyStopsNoRefundOfTheOtherCard() throws Exception {
        Order sale = till.sellByCard();
        Order basket = halfExchanged(sale);
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        Refund begun = begun(whole(basket));
        assertThat(begun.returned()).as("the exchanged share").isEqualTo(pounds(250));
        moved(sale, "tx-1", 250, "card");
        assertThat(given(till.refunds().goOn(begun.id(), CLERK)).returned()).isEqualTo(pounds(500));
        assertThat(tooMuch(sale)).as("given back twice, and told so").isEqualTo(pounds(250));
    }

    /** Goods are exchanged for cheaper ones; while the terminal refuses the rest, all of the card it was to go to goes back. */
    @Test
    void theRestOfAnExchangeDoesNotGoToACardThatHasAllOfItsMoneyBack() throws Exception {
        Order sale = till.sellByCard();
        Order basket = halfExchanged(sale);
        Order cheaper = till.scan(TestTill.MILK);
        terminal.then(Scripts.decline());
        Refund begun = begun(exchange(basket, cheaper));
        String card = begun.next().orElseThrow().originalAttemptId();
        boolean first = sale.tenders().getFirst().attemptId().equals(card);
        moved(first ? sale : basket, "tx-1", 250, "card");
        assertThat(refused(till.refunds().goOn(begun.id(), CLERK)))
                .contains("1.51 GBP was given back elsewhere")
                .contains("1.51 GBP of this refund must not go back")
                .contains("Give up the rest");
        till.refunds().giveUp(begun.id(), CLERK);
        assertThat(given(till.refunds().refund(amount(basket, 151), CLERK)).parts())
                .as("it is the other card's")
                .extracting(RefundPart::originalAttemptId)
                .doesNotContain(card);
        assertThat(terminal.acquirer().taken()).as("both cards less the rest").isEqualTo(500 - 151);
    }

    /** That cash paid for the rest of the sale lets no card have more than it paid. */
    @Test
    void theRestOfARefundDoesNotGoToACardThatHasItsMoneyBackThoughCashWouldCoverIt() throws Exception {
        Order sale = cashAndTwoCards();
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        Refund begun = begun(till.refunds().refund(amount(sale, 500), CLERK));
        assertThat(begun.outstanding()).as("the second card").isEqualTo(pounds(250));
        moved(sale, "tx-1", 250, "card");
        assertThat(tooMuch(sale)).as("with the cash").isEqualTo(pounds(0));
        assertThat(refused(till.refunds().goOn(begun.id(), CLERK)))
                .contains("2.50 GBP of this refund must not go back")
                .contains("Give up the rest");
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
        till.refunds().giveUp(begun.id(), CLERK);
        assertThat(given(whole(sale)).parts())
                .as("the cash")
                .extracting(RefundPart::amount)
                .containsExactly(pounds(250));
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    /** It may be either card's: as long as one has that much free, the other's refund goes on. */
    @Test
    void whatIsSetAsideForACardIsTheLastToBeTakenForGone() throws Exception {
        Order sale = cashAndTwoCards();
        terminal.then(Scripts.approve()).then(Scripts.decline());
        Refund begun = begun(till.refunds().refund(amount(sale, 350), CLERK));
        assertThat(begun.outstanding()).isEqualTo(pounds(100));
        moved(sale, "tx-1", 150, "card");
        assertThat(given(till.refunds().goOn(begun.id(), CLERK)).returned()).isEqualTo(pounds(350));
        moved(sale, "tx-2", 1, "card");
        assertThat(tooMuch(sale)).isEqualTo(pounds(0));
    }

    /** Three of tea, each paid another way. */
    private Order cashAndTwoCards() throws Exception {
        till.scan(TEA);
        till.scan(TEA);
        till.scan(TEA);
        Order cash = ((SaleChange.PartPaid) till.selling().payCash(pounds(250), CLERK)).order();
        till.payments().pay(cash.id(), pounds(250), CLERK);
        return cards(till.order(cash.id()));
    }

    @Test
    void anotherSaleHasNoPartInIt() throws Exception {
        Order sale = till.sellByCard();
        exchanged(sale);
        Order other = till.sellByCard();
        moved(sale, "tx-1", 250, "card");
        assertThat(left(other)).isEqualTo(pounds(250));
    }

    /** Two of tea, one for what {@code sale} was worth and one by another card. */
    private Order halfExchanged(Order sale) throws Exception {
        till.scan(TEA);
        Order basket = till.scan(TEA);
        given(exchange(sale, basket));
        return cards(till.order(basket.id()));
    }

    private Money tooMuch(Order sale) {
        return till.refunds().refundable(sale.id()).orElseThrow().tooMuch();
    }

    private Order exchanged(Order sale) throws Exception {
        Order basket = till.scan(TEA);
        assertThat(given(exchange(sale, basket)).state()).isEqualTo(RefundState.CLOSED);
        return till.order(basket.id());
    }

    /** One piece of the first line that has one left. */
    private RefundResult exchange(Order sale, Order basket) {
        String line = till.refunds().refundable(sale.id()).orElseThrow().lines().stream()
                .filter(one -> one.thousandths() > 0)
                .findFirst()
                .orElseThrow()
                .line()
                .id();
        RefundScope one = new RefundScope.Lines(List.of(new RefundScope.Goods(line, Quantity.ONE)));
        return till.refunds()
                .exchange(new RefundWish(sale.id(), one, MoneyBack.AS_PAID, "other taste"), basket.id(), CLERK);
    }

    private Order cards(Order basket) throws Exception {
        return ((CardResult.Paid) till.payCard(basket)).order();
    }

    private RefundResult whole(Order sale) {
        return till.refunds()
                .refund(new RefundWish(sale.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "broken"), CLERK);
    }

    private static RefundWish amount(Order sale, long minor) {
        return new RefundWish(sale.id(), new RefundScope.Amount(pounds(minor)), MoneyBack.AS_PAID, "broken");
    }

    private Money left(Order sale) {
        return till.refunds().refundable(sale.id()).orElseThrow().left();
    }

    private void moved(Order sale, String id, long minor, String method) throws Exception {
        String movement = "{\"type\":\"refund\",\"status\":\"succeeded\",\"amount\":" + minor
                + ",\"currency\":\"GBP\",\"method\":\"" + method + "\"}";
        remote(BackElsewhere.MOVEMENT, id, sale, movement);
    }

    private void remote(String kind, String id, Order sale, String content) throws Exception {
        till.store().write(tx -> {
            tx.saveRemote(new RemoteObject(kind, id, sale.id(), "", content), 1);
            return true;
        });
    }

    private static Refund begun(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.NotGiven.class);
        return ((RefundResult.NotGiven) result).refund();
    }

    private static Refund given(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }

    private static String refused(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Refused.class);
        return ((RefundResult.Refused) result).message().toString();
    }
}
