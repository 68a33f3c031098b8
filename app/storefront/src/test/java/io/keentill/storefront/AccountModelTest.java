package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.account.Entitled;
import io.keentill.engine.account.OpenInvoice;
import io.keentill.engine.account.Readiness;
import io.keentill.engine.sync.RemoteCustomers.Entry;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.counter.Toast;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.pay.PayModel.Stage;
import io.keentill.storefront.sell.AccountModel;
import io.keentill.storefront.sell.SellModel;
import io.keentill.storefront.shell.Clerk;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.EventBridge;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer owes and may use, and paying it, without a toolkit. */
class AccountModelTest {

    private final FakeTill till = new FakeTill();
    private final DirectWorker worker = new DirectWorker();
    private final Toasts toasts = new Toasts();
    private final Clerk clerk =
            new Clerk(till, worker, toasts, new Texts(Locale.UK, ZoneOffset.UTC), InstantSource.fixed(FakeTill.NOW));
    private final AccountModel account = clerk.customers().account();

    @BeforeEach
    void logIn() {
        clerk.listen(new EventBridge(till.events(), Runnable::run));
        FakeTill.PIN.chars().forEach(digit -> clerk.login().digit((char) digit));
        clerk.login().submit();
    }

    private void choose(String id) {
        Entry one = till.customers.search("", 9).stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
        clerk.customers().choose(one);
    }

    private void chooseWhoOwes() {
        choose(FakeAccounts.OWES);
        worker.runLong();
    }

    private void take() {
        account.take(account.invoices().getFirst());
        worker.runLong();
    }

    @Test
    void whoeverIsChosenIsAskedAbout() {
        choose(FakeAccounts.OWES);
        assertThat(account.invoicesNoteProperty().get()).isEqualTo("Asking RevKeen …");
        worker.runLong();
        assertThat(account.invoices()).extracting(OpenInvoice::number).containsExactly("INV-000123", "INV-000097");
        assertThat(account.entitlements()).extracting(Entitled::hasAccess).containsExactly(true, false);
        assertThat(account.hintProperty().get()).isEqualTo("2 open invoices");
        assertThat(account.invoicesNoteProperty().get()).isEmpty();
        clerk.customers().takeOff();
        assertThat(account.invoices()).isEmpty();
        assertThat(account.shownProperty().get()).isFalse();
    }

    /** RevKeen takes its time to make a customer, and the clerk goes on to the next one in the queue. */
    @Test
    void whoeverIsMadeLateIsNotPutOnTheSaleOfSomebodyElse() {
        clerk.scanned(Sample.SOAP);
        clerk.customers().create("new@example.com", "Nora New", "");
        clerk.toCash();
        clerk.pay().takeCash(Money.of(349, Sample.GBP));
        clerk.scanned(Sample.MILK);
        worker.runLong();
        assertThat(till.customers.of(till.openOrder().orElseThrow().id())).isEmpty();
        assertThat(clerk.customers().attachedProperty().get()).isEmpty();
        assertThat(toasts.shown()).extracting(Toast::text).anyMatch(text -> text.contains("Nora New"));
    }

    @Test
    void whoeverIsMadeBeforeTheFirstItemIsPutOnTheSaleThatBeganMeanwhile() {
        clerk.customers().create("new@example.com", "Nora New", "");
        clerk.scanned(Sample.MILK);
        worker.runLong();
        assertThat(till.customers.of(till.openOrder().orElseThrow().id()))
                .map(Entry::name)
                .contains("Nora New");
    }

    @Test
    void anAnswerAboutSomebodyElseIsNotShown() {
        choose(FakeAccounts.OWES);
        Runnable late = worker.takeLong();
        choose("c1");
        worker.runLong();
        late.run();
        assertThat(account.invoices()).isEmpty();
        assertThat(account.invoicesNoteProperty().get()).isEqualTo("Nothing is open.");
        assertThat(account.entitlementsNoteProperty().get()).isEqualTo("None.");
    }

    @Test
    void withoutANetworkThatIsSaidAndSellingGoesOn() {
        till.accounts.reachable = false;
        chooseWhoOwes();
        assertThat(account.invoicesNoteProperty().get()).contains("nothing is known");
        clerk.scanned(Sample.SOAP);
        clerk.toCash();
        clerk.pay().takeCash(Money.of(349, Sample.GBP));
        assertThat(clerk.screens().current()).isEqualTo(Screen.RECEIPT);
        assertThat(till.accounts.readyAsked).as("goods need nobody's word").isZero();
    }

    @Test
    void whatRevKeenDoesNotTellIsSaidInItsWords() {
        till.accounts.entitlementsRefused = "The key lacks entitlements:read.";
        chooseWhoOwes();
        assertThat(account.entitlementsNoteProperty().get()).contains("entitlements:read");
        assertThat(account.invoices()).hasSize(2);
    }

    @Test
    void anInvoiceComesOntoTheCounterAloneAndCannotBeChanged() {
        chooseWhoOwes();
        clerk.toCustomers();
        worker.runLong();
        take();
        assertThat(clerk.sell().paneProperty().get()).isEqualTo(SellModel.Pane.GRID);
        assertThat(clerk.basket().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.name()).isEqualTo("Invoice INV-000123"));
        assertThat(clerk.basket().totalProperty().get()).isEqualTo("£42.00");
        assertThat(clerk.basket().editableProperty().get()).isFalse();
        assertThat(clerk.basket().sums())
                .anySatisfy(sum -> assertThat(sum.label()).contains("on the invoice"));
        assertThat(clerk.customers().attachedProperty().get()).contains("Bertha Weiß");
        clerk.askAdjust();
        assertThat(clerk.band().isOpen()).isFalse();
    }

    @Test
    void beforeThatTheCounterHasToBeFree() {
        chooseWhoOwes();
        clerk.scanned(Sample.SOAP);
        worker.runLong();
        account.take(account.invoices().getFirst());
        assertThat(account.complaintProperty().get()).contains("sale of its own");
        assertThat(clerk.basket().lines()).hasSize(1);
    }

    @Test
    void whatRevKeenRefusesIsSaidAndAskedForAnew() {
        chooseWhoOwes();
        till.accounts.refuses = "Invoice INV-000123 is paid already.";
        till.accounts.open.removeFirst();
        take();
        assertThat(account.complaintProperty().get()).contains("paid already");
        worker.runLong();
        assertThat(account.invoices()).extracting(OpenInvoice::number).containsExactly("INV-000097");
        assertThat(clerk.counter().current()).isEmpty();
    }

    @Test
    void withoutANetworkNoneIsTakenIn() {
        chooseWhoOwes();
        till.accounts.reachable = false;
        take();
        assertThat(account.complaintProperty().get()).contains("only when RevKeen says");
        assertThat(clerk.counter().current()).isEmpty();
    }

    @Test
    void aSecondPressWhileItIsTakenInDoesNothing() {
        chooseWhoOwes();
        account.take(account.invoices().getFirst());
        Runnable first = worker.takeLong();
        account.take(account.invoices().getLast());
        first.run();
        worker.runLong();
        assertThat(clerk.basket().totalProperty().get()).isEqualTo("£42.00");
    }

    @Test
    void revKeenIsAskedBeforeCashAndAgainWhenItIsHandedOver() {
        chooseWhoOwes();
        take();
        clerk.toCash();
        assertThat(clerk.screens().current()).as("not before the answer").isEqualTo(Screen.SELL);
        worker.runLong();
        assertThat(clerk.screens().current()).isEqualTo(Screen.PAY);
        clerk.pay().takeCash(Money.of(5000, Sample.GBP));
        assertThat(clerk.counter().current()).isPresent();
        worker.runLong();
        assertThat(clerk.screens().current()).isEqualTo(Screen.RECEIPT);
        assertThat(till.accounts.readyAsked).isEqualTo(2);
        assertThat(till.recentOrders(1).getFirst().settlesInvoice()).isTrue();
    }

    @Test
    void aCardIsNotChargedForWhatWasPaidElsewhere() {
        chooseWhoOwes();
        take();
        till.accounts.readiness =
                new Readiness.Stopped(Sentence.quoted("Invoice INV-000123 is paid already. Cancel this sale."));
        clerk.toCard();
        worker.runLong();
        worker.runLong();
        assertThat(till.charges).isZero();
        assertThat(clerk.screens().current()).isEqualTo(Screen.SELL);
        assertThat(told()).anySatisfy(text -> assertThat(text).contains("paid already"));
    }

    /** RevKeen could not tell which invoice the link is for, and would let somebody else pay it. */
    @Test
    void noLinkIsMadeForAnInvoiceAndTheClerkIsToldWhatElse() {
        assertThat(clerk.pay().byLinkProperty().get()).as("any other sale").isTrue();
        chooseWhoOwes();
        take();
        assertThat(clerk.pay().byLinkProperty().get()).as("an invoice").isFalse();
        clerk.toLink();
        worker.runLong();
        assertThat(till.charges).isZero();
        assertThat(clerk.screens().current()).isEqualTo(Screen.SELL);
        assertThat(told()).anySatisfy(text -> assertThat(text).contains("card or cash", "the invoice’s own page"));
        clerk.toCash();
        worker.runLong();
        assertThat(clerk.screens().current()).isEqualTo(Screen.PAY);
    }

    @Test
    void whatIsPaidElsewhereWhileCashIsCountedIsSaidAtTheAmount() {
        chooseWhoOwes();
        take();
        clerk.toCash();
        worker.runLong();
        till.accounts.readiness = new Readiness.Stopped(Sentence.quoted("Invoice INV-000123 was voided."));
        clerk.pay().takeCash(Money.of(4200, Sample.GBP));
        worker.runLong();
        assertThat(clerk.pay().complaintProperty().get()).contains("voided");
        assertThat(clerk.counter().current())
                .isPresent()
                .get()
                .satisfies(order -> assertThat(order.tenders()).isEmpty());
    }

    @Test
    void withoutANetworkItIsPaidAndToldLater() {
        chooseWhoOwes();
        take();
        till.accounts.readiness =
                new Readiness.Silent(Sentence.of("cloud.revkeen-cannot-be-reached", "RevKeen cannot be reached."));
        clerk.toCard();
        worker.runLong();
        assertThat(told()).anySatisfy(text -> assertThat(text).contains("told later"));
        assertThat(clerk.pay().stageProperty().get()).isEqualTo(Stage.CARD);
        till.terminalSays(AttemptState.APPROVED);
        worker.runLong();
        assertThat(till.recentOrders(1).getFirst().state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void aDayWithoutATimeIsTheSameDayEverywhere() {
        Texts west = new Texts(Locale.UK, ZoneId.of("America/Los_Angeles"));
        assertThat(west.date(Instant.parse("2026-11-30T00:00:00Z"))).isEqualTo("30 Nov 2026");
        assertThat(west.date(Instant.parse("2026-11-30T01:30:00Z"))).isEqualTo("29 Nov 2026");
    }

    private List<String> told() {
        return toasts.shown().stream().map(Toast::text).toList();
    }
}
