package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.TillEvent;
import io.keentill.engine.support.Scripts;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Somebody else is at the same sale in between: what is booked is what is stored in that moment, never what was seen. */
class RefundsRacingTest extends RefundScene {

    @Test
    void cardMoneyThatSomebodyElseGivesBackInBetweenDoesNotGoBackTwice() throws Exception {
        Order sale = mixed(100);
        inBetween(() -> given(refund(sale, WHOLE, MoneyBack.CARD)));
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("changed meanwhile", "Look at it again");
        assertThat(terminal.performs()).as("one sale, one void").isEqualTo(2);
        assertThat(terminal.acquirer().taken()).isZero();
        assertThat(till.refunds().of(sale.id())).hasSize(1);
    }

    @Test
    void coinsAreNotHandedOutForWhatBecameACardsInBetween() throws Exception {
        terminal.able(Capability.LINKED_REFUND, Capability.QUERY_BY_REFERENCE);
        Order sale = mixed(100);
        terminal.then(Scripts.requestLost());
        assertThat(refund(sale, WHOLE, MoneyBack.CARD)).isInstanceOf(RefundResult.NotKnown.class);
        inBetween(this::resolve);
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("changed meanwhile");
        assertThat(till.refunds().recent(9)).extracting(Refund::state).containsExactly(RefundState.ABANDONED);
    }

    @Test
    void cashThatSomebodyElseGivesBackInBetweenIsNotThereAnyMore() throws Exception {
        Order sale = till.sellForCash();
        inBetween(() -> given(refund(sale, WHOLE, MoneyBack.CASH)));
        assertThat(refused(refund(sale, WHOLE, MoneyBack.CASH))).contains("Nothing of this sale is left");
        assertThat(till.refunds().of(sale.id())).hasSize(1);
    }

    @Test
    void goodsThatSomebodyElseTakesBackInBetweenPayForNothing() throws Exception {
        Order sale = till.sellForCash();
        Order basket = till.scan(MILK);
        inBetween(() -> given(refund(sale, WHOLE, MoneyBack.CASH)));
        assertThat(refused(exchange(sale, basket))).contains("Nothing of this sale is left");
        assertThat(till.order(basket.id()).tenders()).isEmpty();
    }

    @Test
    void aRefundThatIsGivenUpWhileRevKeenIsAskedStaysGivenUp() throws Exception {
        Order sale = till.sellForCash();
        ToldElsewhere revKeen = new ToldElsewhere(till);
        revKeen.knows(till, sale);
        revKeen.then(refund -> {
            assertThat(till.refunds().giveUp(refund.id(), CLERK)).isInstanceOf(RefundResult.Abandoned.class);
            return new MoneyElsewhere.Claim.Granted();
        });
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("not open any more");
        Refund ended = till.refunds().recent(9).getFirst();
        assertThat(ended.state()).isEqualTo(RefundState.ABANDONED);
        assertThat(till.told()).contains(new TillEvent.RefundChanged(ended));
    }

    /** Somebody at another screen goes on with it while its claim is waited for, and the terminal is taken away then. */
    @Test
    void aRefundOfWhichPartWentBackMeanwhileIsNotGivenUp() throws Exception {
        till.scan(TEA);
        Order sale = pay(part(pounds(100)));
        ToldElsewhere revKeen = new ToldElsewhere(till);
        revKeen.knows(till, sale);
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        revKeen.then(refund -> {
            revKeen.then(again -> new MoneyElsewhere.Claim.NotAnswered());
            assertThat(till.refunds().goOn(refund.id(), CLERK)).isInstanceOf(RefundResult.NotGiven.class);
            till.payments().use(null);
            return new MoneyElsewhere.Claim.Granted();
        });
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).contains("No terminal is set up");
        Refund left = till.refunds().open().getFirst();
        assertThat(left.returned()).isEqualTo(pounds(100));
        assertThat(left.outstanding()).isEqualTo(pounds(150));
    }

    @Test
    void aTerminalThatGoesAwayAfterTheExchangeLeavesTheRestToGoOnWith() throws Exception {
        Order sale = till.sellByCard();
        Order basket = till.scan(MILK);
        till.events().subscribe(event -> {
            if (event instanceof TillEvent.OrderChanged changed
                    && changed.order().id().equals(basket.id())) {
                till.payments().use(null);
            }
        });
        RefundResult result = exchange(sale, basket);
        assertThat(result).isInstanceOfSatisfying(RefundResult.PartGiven.class, part -> {
            assertThat(part.message()).contains("No terminal is set up");
            assertThat(part.refund().exchanged()).isEqualTo(pounds(99));
            assertThat(part.refund().outstanding()).isEqualTo(pounds(151));
        });
        till.payments().use(terminal.session());
        String open = till.refunds().open().getFirst().id();
        assertThat(given(till.refunds().goOn(open, CLERK)).parts())
                .extracting(RefundPart::type)
                .containsExactly(TenderType.EXCHANGE, TenderType.CARD);
        assertThat(terminal.acquirer().taken()).isEqualTo(99);
    }

    @Test
    void aVoidThatIsRefusedWhereTheTerminalIsTakenAwayMeanwhileEndsTheRefund() throws Exception {
        Order sale = till.sellByCard();
        terminal.then((request, monitor, t) -> {
            till.payments().use(null);
            return Scripts.decline().run(request, monitor, t);
        });
        RefundResult.NotGiven no = (RefundResult.NotGiven) refund(sale, WHOLE, MoneyBack.AS_PAID);
        assertThat(no.refund().state()).isEqualTo(RefundState.ABANDONED);
        assertThat(till.told()).contains(new TillEvent.RefundChanged(no.refund()));
        assertThat(till.refunds().open()).isEmpty();
    }

    private RefundResult exchange(Order sale, Order basket) {
        RefundWish wish = new RefundWish(sale.id(), goods(sale, 0, 1), MoneyBack.AS_PAID, "wrong size");
        return till.refunds().exchange(wish, basket.id(), CLERK);
    }

    /** Does it once, after the till has looked at what is stored and before it books: the first time it asks for the time. */
    private void inBetween(Step step) {
        AtomicBoolean done = new AtomicBoolean();
        till.clock().onLook(() -> {
            if (done.compareAndSet(false, true)) {
                try {
                    step.run();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        });
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
