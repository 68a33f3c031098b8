package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.TenderType;
import io.keentill.engine.paylink.PayLink;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.pay.PayModel.Stage;
import io.keentill.storefront.shell.Clerk;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.EventBridge;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paying by link without a toolkit. */
class LinkModelTest {

    private final FakeTill till = new FakeTill();
    private final Clerk clerk = new Clerk(
            till,
            new DirectWorker(),
            new Toasts(),
            new Texts(Locale.UK, ZoneOffset.UTC),
            InstantSource.fixed(FakeTill.NOW));

    @BeforeEach
    void logIn() {
        clerk.listen(new EventBridge(till.events(), Runnable::run));
        FakeTill.PIN.chars().forEach(digit -> clerk.login().digit((char) digit));
        clerk.login().submit();
        clerk.scanned(Sample.SOAP);
    }

    private Stage stage() {
        return clerk.pay().stageProperty().get();
    }

    @Test
    void theLinkIsShownAndPaysTheSale() {
        clerk.toLink();
        assertThat(stage()).isEqualTo(Stage.LINK);
        assertThat(clerk.link().urlProperty().get()).isEmpty();
        till.links.opens();
        assertThat(clerk.link().urlProperty().get()).isEqualTo(FakeLinks.PAGE);
        assertThat(clerk.link().hintProperty().get()).contains("11:15");
        till.links.resolves(AttemptState.APPROVED);
        assertThat(clerk.screens().current()).isEqualTo(Screen.RECEIPT);
        assertThat(till.recentOrders(1).getFirst().tenders().getFirst().type()).isEqualTo(TenderType.LINK);
        assertThat(stage()).isEqualTo(Stage.CASH);
    }

    @Test
    void anAmountTypedIsTheLinksPart() {
        clerk.toCash();
        clerk.pay().cashProperty().set("2");
        clerk.toLink();
        assertThat(clerk.link().amountProperty().get()).startsWith("£2.00 by link");
        till.links.opens();
        till.links.resolves(AttemptState.APPROVED);
        assertThat(clerk.screens().current()).isEqualTo(Screen.PAY);
        assertThat(clerk.pay().dueProperty().get()).isEqualTo("£1.49");
        assertThat(clerk.pay().tenders()).containsExactly("Online: £2.00 paid");
    }

    @Test
    void oneThatEndsUnpaidSaysThatNothingMovedAndMayBeMadeAgain() {
        clerk.toLink();
        till.links.opens();
        clerk.back();
        assertThat(till.links.endWanted).isTrue();
        assertThat(clerk.link().canEndProperty().get()).isFalse();
        assertThat(clerk.link().hintProperty().get()).contains("last word");
        till.links.resolves(AttemptState.CANCELLED);
        assertThat(stage()).isEqualTo(Stage.NOT_PAID);
        assertThat(clerk.pay().outcomeProperty().get().money()).isEqualTo("No money has moved.");
        assertThat(clerk.pay().outcomeProperty().get().next()).contains("new link");
        clerk.pay().tryAgain();
        assertThat(stage()).isEqualTo(Stage.LINK);
    }

    @Test
    void thatRevKeenIsAwayIsToldAndTheSaleCanBeSetAside() {
        clerk.toLink();
        till.links.opens();
        till.links.tell(PayLink.Stage.WAITING, "no network");
        assertThat(clerk.link().troubleProperty().get()).contains("no network");
        clerk.pay().setAside();
        assertThat(till.parked()).hasSize(1);
        assertThat(clerk.screens().current()).isEqualTo(Screen.SELL);
        assertThat(stage()).isEqualTo(Stage.CASH);
    }

    @Test
    void anotherAmountThanAskedForIsSaidAsItIsAndTheSaleCanBeSetAside() {
        clerk.toLink();
        till.links.opens();
        till.links.tell(PayLink.Stage.DISPUTED, "£9.00 was paid where £3.49 was asked for.");
        assertThat(clerk.link().titleProperty().get()).isEqualTo("Another amount was paid");
        assertThat(clerk.link().troubleProperty().get()).isEqualTo("£9.00 was paid where £3.49 was asked for.");
        assertThat(clerk.link().hintProperty().get()).contains("Take nothing else", "manager");
        assertThat(clerk.link().canEndProperty().get()).isFalse();
        clerk.pay().setAside();
        assertThat(till.parked()).hasSize(1);
    }

    @Test
    void whatIsScannedMeanwhileBelongsToTheNextSale() {
        clerk.toLink();
        till.links.opens();
        clerk.scanned(Sample.MILK);
        assertThat(till.openOrder().orElseThrow().lines()).hasSize(1);
        till.links.resolves(AttemptState.APPROVED);
        assertThat(till.openOrder().orElseThrow().totals().total()).isEqualTo(Money.of(165, Sample.GBP));
    }

    @Test
    void whileALinkRunsNothingElseTakesMoney() {
        clerk.toLink();
        till.links.opens();
        clerk.toCash();
        assertThat(stage()).isEqualTo(Stage.LINK);
        clerk.toCard();
        assertThat(stage()).isEqualTo(Stage.LINK);
        clerk.pay().takeCash(Money.of(349, Sample.GBP));
        assertThat(till.openOrder().orElseThrow().tenders()).isEmpty();
    }

    @Test
    void aSaleWhoseLinkRunsOpensAtItsLinkAgain() {
        clerk.toLink();
        till.links.opens();
        clerk.lock();
        FakeTill.PIN.chars().forEach(digit -> clerk.login().digit((char) digit));
        clerk.login().submit();
        clerk.toCash();
        assertThat(stage()).isEqualTo(Stage.LINK);
        assertThat(clerk.link().urlProperty().get()).isEqualTo(FakeLinks.PAGE);
        till.links.resolves(AttemptState.APPROVED);
        assertThat(clerk.screens().current()).isEqualTo(Screen.RECEIPT);
    }

    /** The page is told while the till answers what it knew before. */
    @Test
    void anAnswerThatIsOlderThanWhatWasToldDoesNotHideThePage() {
        till.links.whileAsked = () -> till.links.opens();
        clerk.toLink();
        assertThat(clerk.link().urlProperty().get()).isEqualTo(FakeLinks.PAGE);
    }

    @Test
    void aRefusalSaysWhy() {
        till.links.refuses = "The shift is closed. Open one first.";
        clerk.toLink();
        assertThat(stage()).isEqualTo(Stage.NOT_PAID);
        assertThat(clerk.pay().outcomeProperty().get().happened()).contains("shift is closed");
    }

    @Test
    void withoutRevKeenThereIsNoLink() {
        till.links.offered = false;
        clerk.toLink();
        assertThat(clerk.screens().current()).isEqualTo(Screen.SELL);
    }
}
