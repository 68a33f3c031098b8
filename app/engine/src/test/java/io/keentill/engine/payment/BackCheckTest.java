package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.RemoteObject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a card payment may go back at RevKeen's word, where the sale itself has given something back meanwhile. */
class BackCheckTest {

    private static final RefundScope WHOLE = new RefundScope.Whole();

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
    void whatWentBackElsewhereIsLessForTheCard() throws Exception {
        Order sale = till.sellByCard();
        String note = "{\"status\":\"issued\",\"amount\":100,\"currency\":\"GBP\",\"reason\":\"at the office\"}";
        till.store().write(tx -> {
            tx.saveRemote(new RemoteObject(BackElsewhere.CREDIT_NOTE, "cn_1", sale.id(), "", note), 1);
            return true;
        });
        assertThat(refused(sale, PaymentKind.REFUND, pounds(151))).contains("1.50 GBP is left to give back");
        assertThat(allowed(sale, PaymentKind.REFUND, pounds(150))).isEqualTo(pounds(150));
        assertThat(refused(sale, PaymentKind.REVERSAL, null)).contains("1.50 GBP is left to give back");
    }

    /** The rest was paid in cash, so that the sale as a whole still has as much. */
    @Test
    void aCardThatHasItsMoneyBackElsewhereGetsNothingOfTheCash() throws Exception {
        Order sale = twoOfTea(pounds(250));
        String moved =
                "{\"type\":\"refund\",\"status\":\"succeeded\",\"amount\":200,\"currency\":\"GBP\",\"method\":\"card\"}";
        till.store().write(tx -> {
            tx.saveRemote(new RemoteObject(BackElsewhere.MOVEMENT, "tx-1", sale.id(), "", moved), 1);
            return true;
        });
        String card = sale.tenders().getFirst().attemptId();
        assertThat(allowed(card, PaymentKind.REFUND, pounds(50))).isEqualTo(pounds(50));
        assertThat(refused(card, PaymentKind.REFUND, pounds(51)))
                .contains("the cards")
                .contains("0.50 GBP is left to give back")
                .contains("2.00 GBP was given back elsewhere");
        assertThat(refused(card, PaymentKind.REVERSAL, null)).contains("0.50 GBP is left to give back");
    }

    @Test
    void aSaleThatIsNotFinishedIsHeldToItsPaymentAlone() throws Exception {
        till.scan(TEA);
        Order half = part(pounds(100));
        assertThat(half.state()).isEqualTo(OrderState.OPEN);
        assertThat(allowed(half, PaymentKind.REFUND, null)).isEqualTo(pounds(100));
        assertThat(allowed(half, PaymentKind.REVERSAL, null)).isEqualTo(pounds(100));
        assertThat(refused(half, PaymentKind.REFUND, pounds(101))).contains("1.00 GBP is left");
    }

    @Test
    void whatWentBackOfAnUnfinishedSaleAtRevKeensWordIsNotThereAgain() throws Exception {
        till.scan(TEA);
        Order half = part(pounds(100));
        String reference = till.attempt(half.tenders().getFirst().attemptId()).reference();
        assertThat(till.payments().execute(new RemoteCommand("RK1", PaymentKind.REFUND, pounds(40), reference)))
                .isInstanceOf(Payments.CommandResult.Known.class);
        assertThat(allowed(half, PaymentKind.REFUND, null)).isEqualTo(pounds(60));
        assertThat(refused(half, PaymentKind.REFUND, pounds(61))).contains("0.60 GBP is left");
        assertThat(refused(half, PaymentKind.REVERSAL, null)).contains("Refund the rest instead");
    }

    @Test
    void nothingGoesBackBesideARefundThatIsBegun() throws Exception {
        till.scan(TEA);
        Order sale = ((CardResult.Paid) till.payCard(part(pounds(100)))).order();
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        RefundResult.NotGiven begun = (RefundResult.NotGiven)
                till.refunds().refund(new RefundWish(sale.id(), WHOLE, MoneyBack.AS_PAID, "broken"), CLERK);
        assertThat(begun.refund().state()).isEqualTo(RefundState.OPEN);
        String second = sale.tenders().getLast().attemptId();
        assertThat(refused(second, PaymentKind.REFUND, null)).contains("begun already");
        till.refunds().giveUp(begun.refund().id(), CLERK);
        assertThat(allowed(second, PaymentKind.REFUND, null)).isEqualTo(pounds(150));
    }

    @Test
    void whatWentBackOnThePaymentIsNotThereAgain() throws Exception {
        Order sale = till.sellByCard();
        assertThat(till.refunds().refund(new RefundWish(sale.id(), WHOLE, MoneyBack.AS_PAID, "broken"), CLERK))
                .isInstanceOf(RefundResult.Given.class);
        assertThat(refused(sale, PaymentKind.REFUND, null)).contains("0.00 GBP is left");
        assertThat(refused(sale, PaymentKind.REFUND, pounds(1))).contains("0.00 GBP is left");
    }

    /** It goes back, if at all, for the goods that it has paid for since; at RevKeen's word as well it would go back twice. */
    @Test
    void whatWasExchangedIsNotThereForRevKeensWord() throws Exception {
        Order sale = twoOfTea(pounds(100));
        Order basket = till.scan(TEA);
        RefundScope.Goods one = new RefundScope.Goods(sale.lines().getFirst().id(), Quantity.ONE);
        assertThat(till.refunds()
                        .exchange(
                                new RefundWish(
                                        sale.id(),
                                        new RefundScope.Lines(List.of(one)),
                                        MoneyBack.AS_PAID,
                                        "other taste"),
                                basket.id(),
                                CLERK))
                .isInstanceOf(RefundResult.Given.class);
        assertThat(till.refunds().refundable(sale.id()).orElseThrow().left())
                .as("in cash")
                .isEqualTo(pounds(250));
        String card = sale.tenders().getFirst().attemptId();
        assertThat(refused(card, PaymentKind.REFUND, pounds(1))).contains("0.00 GBP is left");
        assertThat(refused(card, PaymentKind.REVERSAL, null)).contains("0.00 GBP is left");
        assertThat(till.refunds()
                        .refund(new RefundWish(basket.id(), WHOLE, MoneyBack.AS_PAID, "no taste at all"), CLERK))
                .isInstanceOf(RefundResult.Given.class);
        assertThat(terminal.acquirer().taken()).as("all of it, once").isZero();
        assertThat(refused(card, PaymentKind.REFUND, null)).contains("0.00 GBP is left");
    }

    /** The other card has money enough for both. */
    @Test
    void whatWasExchangedOfOneCardIsNotThereBecauseAnotherHasAsMuch() throws Exception {
        till.scan(TEA);
        till.scan(TEA);
        part(pounds(100));
        Order sale = part(pounds(400));
        assertThat(sale.state()).isEqualTo(OrderState.PAID);
        Order basket = till.scan(TEA);
        RefundScope.Goods one = new RefundScope.Goods(sale.lines().getFirst().id(), Quantity.ONE);
        RefundScope lines = new RefundScope.Lines(List.of(one));
        assertThat(till.refunds()
                        .exchange(
                                new RefundWish(sale.id(), lines, MoneyBack.AS_PAID, "other taste"), basket.id(), CLERK))
                .isInstanceOf(RefundResult.Given.class);
        String first = sale.tenders().getFirst().attemptId();
        String second = sale.tenders().getLast().attemptId();
        assertThat(refused(first, PaymentKind.REFUND, pounds(1))).contains("0.00 GBP is left");
        assertThat(allowed(second, PaymentKind.REFUND, null)).isEqualTo(pounds(250));
        assertThat(refused(second, PaymentKind.REFUND, pounds(251))).contains("2.50 GBP is left");
    }

    @Test
    void nothingAndLessThanNothingDoNotGoBack() throws Exception {
        Order sale = till.sellByCard();
        assertThat(refused(sale, PaymentKind.REFUND, pounds(0))).contains("cannot be given back");
        assertThat(refused(sale, PaymentKind.REFUND, pounds(-1))).contains("cannot be given back");
        assertThat(refused(sale, PaymentKind.REVERSAL, pounds(249))).contains("of the whole payment");
        assertThat(allowed(sale, PaymentKind.REVERSAL, pounds(250))).isEqualTo(pounds(250));
    }

    /** This much of it by card, the rest in cash. */
    private Order twoOfTea(Money card) throws Exception {
        till.scan(TEA);
        till.scan(TEA);
        part(card);
        return ((SaleChange.Closed) till.selling().payCash(pounds(500).minus(card), CLERK)).order();
    }

    /** Part of what is on the counter, by card. */
    private Order part(Money amount) {
        Order order = till.selling().current().orElseThrow();
        return ((CardResult.Paid) till.payments().pay(order.id(), amount, CLERK)).order();
    }

    private Money allowed(Order sale, PaymentKind kind, @Nullable Money amount) throws Exception {
        return allowed(sale.tenders().getFirst().attemptId(), kind, amount);
    }

    private String refused(Order sale, PaymentKind kind, @Nullable Money amount) throws Exception {
        return refused(sale.tenders().getFirst().attemptId(), kind, amount);
    }

    private Money allowed(@Nullable String attempt, PaymentKind kind, @Nullable Money amount) throws Exception {
        BackCheck checked = check(attempt, kind, amount);
        assertThat(checked).isInstanceOf(BackCheck.Allowed.class);
        return ((BackCheck.Allowed) checked).amount();
    }

    private String refused(@Nullable String attempt, PaymentKind kind, @Nullable Money amount) throws Exception {
        BackCheck checked = check(attempt, kind, amount);
        assertThat(checked).isInstanceOf(BackCheck.Refused.class);
        return ((BackCheck.Refused) checked).message().toString();
    }

    private BackCheck check(@Nullable String attempt, PaymentKind kind, @Nullable Money amount) throws Exception {
        String reference = till.attempt(attempt).reference();
        return till.store().read(view -> BackCheck.of(view, reference, kind, amount));
    }
}
