package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money is held while a sale goes on, and taken or let go at its end. */
class TabsTest {

    private final List<TerminalRequest> requests = new ArrayList<>();
    private final FakeTerminal terminal =
            new FakeTerminal().able(Capability.PRE_AUTHORISATION, Capability.QUERY_BY_REFERENCE, Capability.REVERSAL);
    private TestTill till;
    private Tabs tabs;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
        tabs = new Tabs(till.store(), till.payments());
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void aTabIsHeldGoesOnAndIsTaken() throws Exception {
        Order order = till.scan(TEA);
        PaymentAttempt held = held(tabs.hold(order.id(), pounds(1000), CLERK));
        assertThat(held.kind()).isEqualTo(PaymentKind.PRE_AUTHORISATION);
        assertThat(terminal.acquirer().held()).isEqualTo(1000);
        assertThat(terminal.acquirer().taken()).isZero();
        assertThat(till.order(order.id())).as("nothing is paid by that").isEqualTo(order);
        Order more = till.scan(MILK);
        assertThat(tabs.holdOn(order.id()).orElseThrow().held()).isEqualTo(pounds(1000));

        terminal.then(seen());
        long before = till.store().commits();
        CardResult.Paid paid = (CardResult.Paid) tabs.complete(order.id(), null, CLERK);
        assertThat(till.store().commits() - before).isEqualTo(4);
        assertThat(paid.order().state()).isEqualTo(OrderState.PAID);
        assertThat(paid.order().paid()).isEqualTo(more.due());
        assertThat(requests.getLast()).isInstanceOfSatisfying(TerminalRequest.Completion.class, c -> {
            assertThat(c.amount()).isEqualTo(pounds(349));
            assertThat(c.original().reference()).isEqualTo(held.reference());
        });
        assertThat(terminal.acquirer().taken()).isEqualTo(349);
        assertThat(terminal.acquirer().held()).isZero();
        assertThat(tabs.holdOn(order.id())).isEmpty();
        assertThat(refused(tabs.release(order.id(), CLERK))).contains("Nothing is held");
    }

    @Test
    void aTabThatHoldsTooLittleLeavesTheRestDue() throws Exception {
        Order order = till.scan(TEA);
        held(tabs.hold(order.id(), pounds(100), CLERK));
        CardResult.Paid part = (CardResult.Paid) tabs.complete(order.id(), null, CLERK);
        assertThat(part.order().due()).isEqualTo(pounds(150));
        assertThat(till.selling().payCash(pounds(150), CLERK)).isInstanceOf(SaleChange.Closed.class);
    }

    @Test
    void nothingIsTakenForASaleThatGoesBack() throws Exception {
        Order order = till.scan(TEA);
        held(tabs.hold(order.id(), pounds(100), CLERK));
        till.payments().pay(order.id(), pounds(100), CLERK);
        till.payments().pay(order.id(), pounds(50), CLERK);
        terminal.then(Scripts.approve()).then(Scripts.decline());
        RefundWish wish = new RefundWish(order.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "changed their mind");
        assertThat(till.refunds().refund(wish, CLERK)).isInstanceOf(RefundResult.NotGiven.class);
        assertThat(till.refunds().open()).hasSize(1);
        CardResult.Refused no = (CardResult.Refused) tabs.complete(order.id(), null, CLERK);
        assertThat(no.message()).contains("being given back");
        CardResult.Refused charge = (CardResult.Refused) till.payments().pay(order.id(), pounds(10), CLERK);
        assertThat(charge.message()).contains("being given back");
        assertThat(terminal.acquirer().taken()).isEqualTo(50);
    }

    @Test
    void noMoreIsTakenThanIsDueOrHeld() throws Exception {
        Order order = till.scan(TEA);
        held(tabs.hold(order.id(), pounds(300), CLERK));
        for (long wrong : new long[] {251, 301, 0, -5}) {
            assertThat(tabs.complete(order.id(), pounds(wrong), CLERK)).isInstanceOf(CardResult.Refused.class);
        }
        assertThat(tabs.complete("none", null, CLERK)).isInstanceOf(CardResult.Refused.class);
        assertThat(terminal.performs()).isEqualTo(1);
    }

    @Test
    void aSaleIsCancelledOnlyAfterItsHoldIsLetGo() throws Exception {
        Order order = till.scan(TEA);
        held(tabs.hold(order.id(), pounds(300), CLERK));
        assertThat(((SaleChange.Refused) till.selling().cancel(CLERK)).message())
                .contains("3.00 GBP is held");
        assertThat(refused(tabs.hold(order.id(), pounds(10), CLERK))).contains("already");
        held(tabs.release(order.id(), CLERK));
        assertThat(terminal.acquirer().held()).isZero();
        assertThat(till.selling().cancel(CLERK)).isInstanceOf(SaleChange.Changed.class);
    }

    @Test
    void aSalePaidAnotherWayStillHasItsHoldToLetGo() throws Exception {
        Order order = till.scan(TEA);
        PaymentAttempt hold = held(tabs.hold(order.id(), pounds(300), CLERK));
        assertThat(till.selling().payCash(pounds(250), CLERK)).isInstanceOf(SaleChange.Closed.class);
        assertThat(till.store().read(View::liveHolds)).containsExactly(hold);
        held(tabs.release(order.id(), CLERK));
        assertThat(till.store().read(View::liveHolds)).isEmpty();
    }

    @Test
    void aCompletionInDoubtBlocksTheSaleAndIsFound() throws Exception {
        Order order = till.scan(TEA);
        held(tabs.hold(order.id(), pounds(300), CLERK));
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(Scripts::approval));
        assertThat(tabs.complete(order.id(), null, CLERK)).isInstanceOf(CardResult.NotKnown.class);
        assertThat(tabs.holdOn(order.id()).orElseThrow().inDoubt()).isTrue();
        assertThat(tabs.complete(order.id(), null, CLERK)).isInstanceOf(CardResult.Refused.class);
        assertThat(refused(tabs.release(order.id(), CLERK))).contains("clarified");
        assertThat(till.selling().payCash(pounds(250), CLERK)).isInstanceOf(SaleChange.Refused.class);
        terminal.answeringHonestly();
        resolve();
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void aHoldInDoubtIsFoundToo() throws Exception {
        Order order = till.scan(TEA);
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(Scripts::approval));
        assertThat(tabs.hold(order.id(), pounds(300), CLERK)).isInstanceOf(HoldResult.NotKnown.class);
        assertThat(till.selling().scan(MILK, Quantity.ONE, CLERK)).isInstanceOf(SaleChange.Refused.class);
        terminal.answeringHonestly();
        resolve();
        assertThat(tabs.holdOn(order.id()).orElseThrow().inDoubt()).isFalse();
        assertThat(tabs.complete(order.id(), null, CLERK)).isInstanceOf(CardResult.Paid.class);
    }

    @Test
    void aCardPaymentThatIsBeingClarifiedComesFirst() throws Exception {
        Order order = till.scan(TEA);
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(Scripts::approval));
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        assertThat(refused(tabs.hold(order.id(), pounds(300), CLERK))).contains("being clarified");
        assertThat(terminal.acquirer().held()).isZero();
    }

    @Test
    void nothingIsHeldOrTakenForASaleThatIsOver() throws Exception {
        Order order = till.scan(TEA);
        held(tabs.hold(order.id(), pounds(300), CLERK));
        assertThat(till.selling().payCash(pounds(250), CLERK)).isInstanceOf(SaleChange.Closed.class);
        assertThat(((CardResult.Refused) tabs.complete(order.id(), null, CLERK)).message())
                .contains("not open. Nothing was taken");
        held(tabs.release(order.id(), CLERK));
        assertThat(refused(tabs.hold(order.id(), pounds(300), CLERK))).contains("not open. Nothing was held");
    }

    @Test
    void whatIsNotPossibleIsSaid() throws Exception {
        Order order = till.scan(TEA);
        assertThat(refused(tabs.hold("none", pounds(1), CLERK))).contains("not open");
        assertThat(refused(tabs.hold(order.id(), pounds(0), CLERK))).contains("above zero");
        assertThat(refused(tabs.hold(order.id(), Money.of(5, "EUR"), CLERK))).contains("GBP");
        terminal.then(Scripts.decline());
        assertThat(tabs.hold(order.id(), pounds(5), CLERK)).isInstanceOf(HoldResult.NotDone.class);
        held(tabs.hold(order.id(), pounds(5), CLERK));
        FakeTerminal other = new FakeTerminal().able(Capability.PRE_AUTHORISATION);
        till.payments().use(new TerminalSession(TerminalAddress.parse("fake:tcp:127.0.0.1:2"), other));
        assertThat(refused(tabs.release(order.id(), CLERK))).contains(FakeTerminal.ADDRESS);
        other.able(Capability.CANCEL);
        assertThat(refused(tabs.hold(order.id(), pounds(5), CLERK))).contains("cannot hold");
    }

    private FakeTerminal.Script seen() {
        return (request, monitor, t) -> {
            requests.add(request);
            return Scripts.approve().run(request, monitor, t);
        };
    }

    private static PaymentAttempt held(HoldResult result) {
        assertThat(result).isInstanceOf(HoldResult.Done.class);
        return ((HoldResult.Done) result).attempt();
    }

    private static String refused(HoldResult result) {
        assertThat(result).isInstanceOf(HoldResult.Refused.class);
        return ((HoldResult.Refused) result).message().toString();
    }

    private void resolve() throws Exception {
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(20))) {
            Eventually.until("nothing open", recovery::resolveAll);
        }
    }
}
