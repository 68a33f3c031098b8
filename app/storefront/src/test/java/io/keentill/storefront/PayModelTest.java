package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.pay.CardOutcome;
import io.keentill.storefront.pay.PayModel.Stage;
import io.keentill.storefront.pay.QuickAmounts;
import io.keentill.storefront.shell.Clerk;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.EventBridge;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workspace without a toolkit: everything runs on the test's own thread. */
class PayModelTest {

    private final FakeTill till = new FakeTill();
    private final DirectWorker worker = new DirectWorker();
    private final Clerk clerk = new Clerk(
            till, worker, new Toasts(), new Texts(Locale.UK, ZoneOffset.UTC), InstantSource.fixed(FakeTill.NOW));

    @BeforeEach
    void logIn() {
        clerk.listen(new EventBridge(till.events(), Runnable::run));
        FakeTill.PIN.chars().forEach(digit -> clerk.login().digit((char) digit));
        clerk.login().submit();
        clerk.scanned(Sample.SOAP);
    }

    private void card(AttemptState outcome) {
        clerk.toCard();
        till.terminalSays(outcome);
        worker.runLong();
    }

    @Test
    void exactCashClosesTheSale() {
        clerk.toCash();
        assertThat(clerk.pay().dueProperty().get()).isEqualTo("£3.49");
        clerk.pay().cashProperty().set("3,49");
        clerk.pay().takeCash();
        assertThat(clerk.screens().current()).isEqualTo(Screen.RECEIPT);
        assertThat(clerk.receipt().changeProperty().get()).isEmpty();
        assertThat(clerk.counter().current()).isEmpty();
    }

    @Test
    void partInCashLeavesTheRestForTheCard() {
        clerk.toCash();
        clerk.pay().takeCash(Money.of(100, Sample.GBP));
        assertThat(clerk.pay().tenders()).containsExactly("Cash: £1.00 paid");
        assertThat(clerk.basket().editableProperty().get()).isFalse();
        card(AttemptState.APPROVED);
        assertThat(till.recentOrders(1).getFirst().tenders()).hasSize(2);
        assertThat(clerk.screens().current()).isEqualTo(Screen.RECEIPT);
    }

    @Test
    void aDeclinedCardSaysThatNothingMoved() {
        card(AttemptState.DECLINED);
        CardOutcome outcome = clerk.pay().outcomeProperty().get();
        assertThat(outcome.money()).isEqualTo("No money has moved.");
        clerk.pay().tryAgain();
        assertThat(clerk.pay().isCardRunning()).isTrue();
    }

    @Test
    void whileUnknownNothingTakesMoneyAndTheAnswerEndsIt() {
        card(AttemptState.UNKNOWN);
        clerk.toCard();
        worker.runLong();
        clerk.toCash();
        clerk.pay().takeCash(Money.of(2000, Sample.GBP));
        clerk.pay().tryAgain();
        worker.runLong();
        assertThat(clerk.pay().stageProperty().get()).isEqualTo(Stage.UNKNOWN);
        assertThat(till.charges).isEqualTo(1);
        till.resolve(AttemptState.DECLINED);
        assertThat(clerk.pay().stageProperty().get()).isEqualTo(Stage.NOT_PAID);
        clerk.pay().cashInstead();
        clerk.pay().takeCash(Money.of(349, Sample.GBP));
        assertThat(till.recentOrders(1).getFirst().state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void anUnknownSaleCanBeSetAsideForTheNextCustomer() {
        card(AttemptState.UNKNOWN);
        clerk.pay().setAside();
        assertThat(till.parked()).hasSize(1);
        clerk.scanned(Sample.MILK);
        clerk.toCash();
        assertThat(clerk.pay().stageProperty().get()).isEqualTo(Stage.CASH);
    }

    @Test
    void afterARestartAnOpenPaymentIsSeenBeforeAnotherIsOffered() {
        card(AttemptState.UNKNOWN);
        Clerk restarted = new Clerk(
                till, worker, new Toasts(), new Texts(Locale.UK, ZoneOffset.UTC), InstantSource.fixed(FakeTill.NOW));
        FakeTill.PIN.chars().forEach(digit -> restarted.login().digit((char) digit));
        restarted.login().submit();
        restarted.toCard();
        worker.runLong();
        assertThat(restarted.pay().stageProperty().get()).isEqualTo(Stage.UNKNOWN);
        assertThat(till.charges).isEqualTo(1);
    }

    @Test
    void whatIsScannedDuringAPaymentThatFailsIsToldAndNotAdded() {
        clerk.toCard();
        clerk.scanned(Sample.MILK);
        assertThat(clerk.counter().current().orElseThrow().lines()).hasSize(1);
        till.terminalSays(AttemptState.DECLINED);
        worker.runLong();
        assertThat(clerk.counter().current().orElseThrow().lines()).hasSize(1);
        assertThat(clerk.toasts().shown().getLast().text()).contains(Sample.MILK);
    }

    @Test
    void theWayOutFollowsTheTerminal() {
        clerk.toCard();
        assertThat(clerk.card().canCancelProperty().get()).isTrue();
        till.say(Progress.Stage.PROCESSING, "Authorising");
        assertThat(clerk.card().canCancelProperty().get()).isFalse();
        till.say(Progress.Stage.CUSTOMER_INPUT, "PIN");
        clerk.back();
        assertThat(till.cancelAsked).isTrue();
        assertThat(clerk.card().wayOutProperty().get()).startsWith("Cancelling");
        clerk.lock();
        assertThat(clerk.session().current()).isPresent();
    }

    /** A payment begins once the till's own questions to the terminal are over; until then there is nothing to stop. */
    @Test
    void aStopThatCameBeforeThePaymentBeganIsAskedAgainOnceItRuns() {
        clerk.toCard();
        clerk.back();
        till.terminalSays(AttemptState.CANCELLED);
        worker.runLong();
        assertThat(till.cancelAsked).isTrue();
        assertThat(clerk.pay().stageProperty().get()).isEqualTo(Stage.NOT_PAID);
    }

    @Test
    void quickAmountsRiseFromTheExactOne() {
        assertThat(QuickAmounts.forDue(Money.of(1047, Sample.GBP)))
                .extracting(Money::minor)
                .containsExactly(1047L, 1100L, 1500L, 2000L, 5000L, 10000L);
        assertThat(QuickAmounts.forDue(Money.of(730, "JPY")))
                .extracting(Money::minor)
                .startsWith(730L, 800L, 1000L);
        assertThat(QuickAmounts.forDue(Money.of(2000, Sample.GBP)).getFirst().minor())
                .isEqualTo(2000L);
    }
}
