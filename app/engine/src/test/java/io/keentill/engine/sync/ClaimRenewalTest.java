package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.account.Readiness;
import io.keentill.engine.account.TakeResult;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.Scripts;
import io.keentill.revkeen.invoices.Comment;
import io.keentill.revkeen.invoices.Invoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As long as this till has, or may have, money for an invoice that RevKeen does not know of, no other till takes it again. */
class ClaimRenewalTest {

    private Path folder;
    private InvoiceRig world;
    private CloudRig rig;
    private CloudRig other;
    private Invoice invoice;
    private Order here;
    private Order there;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        folder = home;
        world = new InvoiceRig(home);
        rig = world.rig;
        rig.linked();
        other = world.till(folder, "till-2");
        other.online();
        invoice = world.open(2500);
        here = world.taken(invoice);
        there = ((TakeResult.Taken) InvoiceRig.accounts(other).take(invoice.id(), CLERK)).order();
    }

    @AfterEach
    void stop() throws Exception {
        other.close();
        world.close();
    }

    @Test
    void aCardPaymentInDoubtKeepsOthersOffUntilItIsKnown() throws Exception {
        inDoubt();
        for (int minute = 0; minute < 20; minute++) {
            pass(Duration.ofMinutes(1));
            assertThat(pressedThere()).as("minute %s", minute).isInstanceOf(Readiness.Stopped.class);
        }
        assertThat(claims()).as("every four minutes").isEqualTo(1 + 5);
        resolved();
        pass(Duration.ofMinutes(6));
        assertThat(pressedThere()).as("nothing was charged here").isInstanceOf(Readiness.Clear.class);
    }

    @Test
    void afterARestartItIsClaimedAtOnce() throws Exception {
        inDoubt();
        rig.restart();
        shopClock(Duration.ofMinutes(30));
        rig.online();
        rig.claimsAreKept();
        assertThat(pressedThere()).isInstanceOf(Readiness.Stopped.class);
    }

    @Test
    void aSaleThatIsSetAsideMeanwhileStaysClaimed() throws Exception {
        inDoubt();
        assertThat(rig.till.selling().park("Bertha")).isInstanceOf(SaleChange.Changed.class);
        assertThat(rig.till.order(here.id()).state()).isEqualTo(OrderState.PARKED);
        pass(Duration.ofMinutes(4));
        pass(Duration.ofMinutes(4));
        assertThat(pressedThere()).isInstanceOf(Readiness.Stopped.class);
    }

    @Test
    void moneyThatRevKeenHasNotBeenToldOfKeepsOthersOff() throws Exception {
        world.clear(here);
        // RevKeen is there and refuses the payment as long as a person has not looked.
        world.control(
                "/next-fault",
                "{\"kind\":\"status\",\"status\":422,\"method\":\"POST\",\"path_prefix\":\"/invoices/" + invoice.id()
                        + "/pay\"}");
        assertThat(rig.till.selling().payCash(pounds(2500), CLERK)).isInstanceOf(SaleChange.Closed.class);
        Eventually.until("it waits for a person", () -> rig.tasks().size() == 1);
        for (int minute = 0; minute < 10; minute++) {
            pass(Duration.ofMinutes(1));
        }
        assertThat(pressedThere()).isInstanceOf(Readiness.Stopped.class);
        new SyncTasks(rig.till.store()).retry(rig.tasks().getFirst().id(), CLERK);
        rig.drained();
        assertThat(world.payments(invoice)).hasSize(1);
        long before = claims();
        pass(Duration.ofMinutes(6));
        assertThat(claims()).as("RevKeen knows it").isEqualTo(before);
    }

    @Test
    void aPartThatIsPaidKeepsOthersOff() throws Exception {
        world.clear(here);
        assertThat(rig.till.selling().payCash(pounds(1000), CLERK)).isInstanceOf(SaleChange.PartPaid.class);
        pass(Duration.ofMinutes(4));
        pass(Duration.ofMinutes(4));
        assertThat(pressedThere()).isInstanceOf(Readiness.Stopped.class);
        assertThat(world.refund(rig.till.order(here.id()))).isInstanceOf(RefundResult.Given.class);
        pass(Duration.ofMinutes(6));
        assertThat(pressedThere()).as("it went back").isInstanceOf(Readiness.Clear.class);
    }

    @Test
    void aSaleWithoutMoneyOnItFreesTheInvoiceByItself() throws Exception {
        world.clear(here);
        pass(Duration.ofMinutes(4));
        pass(Duration.ofMinutes(2));
        assertThat(claims()).isEqualTo(1);
        assertThat(pressedThere()).isInstanceOf(Readiness.Clear.class);
    }

    @Test
    void whatGoesBackOfAPaidOneClaimsNothing() throws Exception {
        Order paid = world.cash(here, 2500);
        rig.drained();
        rig.restart();
        assertThat(world.refund(paid)).isInstanceOf(RefundResult.Given.class);
        world.control(
                "/next-fault",
                "{\"kind\":\"status\",\"status\":422,\"method\":\"POST\",\"path_prefix\":\"/credit_notes\"}");
        rig.online();
        Eventually.until("it waits for a person", () -> rig.tasks().size() == 1);
        long before = claims();
        pass(Duration.ofMinutes(5));
        assertThat(claims()).isEqualTo(before);
    }

    /** It may be a task for days, and a comment every four minutes helps nobody. */
    @Test
    void anInvoiceThatNobodyCanPayAnyMoreIsNotClaimedAnew() throws Exception {
        inDoubt();
        world.paidElsewhere(invoice, 2500);
        pass(Duration.ofMinutes(4));
        pass(Duration.ofMinutes(4));
        assertThat(claims()).isEqualTo(1);
    }

    /** It was taken in with a network and charged without one, so that nobody was ever told. */
    @Test
    void whatWasChargedWithoutANetworkIsClaimedAsSoonAsThereIsOne() throws Exception {
        rig.offline();
        assertThat(world.accounts().ready(here.id())).isInstanceOf(Readiness.Silent.class);
        charged();
        rig.online();
        rig.claimsAreKept();
        assertThat(pressedThere()).isInstanceOf(Readiness.Stopped.class);
        resolved();
        rig.till.selling().cancel(CLERK);
        rig.drained();
        assertThat(pressedThere()).as("it is taken back as any other").isInstanceOf(Readiness.Clear.class);
    }

    @Test
    void withoutANetworkItIsTriedUntilItIsHeard() throws Exception {
        inDoubt();
        world.control(
                "/next-fault",
                "{\"kind\":\"drop_before_commit\",\"count\":2,\"method\":\"POST\",\"path_prefix\":\"/invoices\"}");
        pass(Duration.ofMinutes(4));
        pass(Duration.ofSeconds(20));
        assertThat(claims()).isEqualTo(1);
        pass(Duration.ofSeconds(20));
        assertThat(claims()).isEqualTo(2);
        pass(Duration.ofMinutes(3));
        assertThat(pressedThere()).isInstanceOf(Readiness.Stopped.class);
    }

    @Test
    void anAnswerThatIsLostMakesNoSecondComment() throws Exception {
        inDoubt();
        world.fault("drop_after_commit", "/invoices");
        pass(Duration.ofMinutes(4));
        pass(Duration.ofSeconds(20));
        assertThat(claims()).isEqualTo(2);
        pass(Duration.ofMinutes(3));
        assertThat(claims()).isEqualTo(2);
        pass(Duration.ofSeconds(40));
        assertThat(claims()).as("four minutes after the first try").isEqualTo(3);
    }

    private void inDoubt() throws Exception {
        world.clear(here);
        charged();
    }

    private void charged() {
        rig.terminal.then(Scripts.requestLost());
        assertThat(rig.till.payments().pay(here.id(), here.due(), CLERK)).isInstanceOf(CardResult.NotKnown.class);
    }

    /** The terminal tells that it never ran. */
    private void resolved() throws Exception {
        try (Recovery recovery = new Recovery(rig.till.payments(), Duration.ofMillis(1))) {
            Eventually.until("known", recovery::resolveAll);
        }
    }

    private Readiness pressedThere() {
        return InvoiceRig.accounts(other).ready(there.id());
    }

    private void pass(Duration time) throws Exception {
        shopClock(time);
        rig.claimTime.advance(time);
        rig.claimsAreKept();
    }

    private void shopClock(Duration time) throws Exception {
        world.control("/clock", "{\"advance_seconds\":" + time.toSeconds() + "}");
    }

    /** How often this till has said that it takes the money. */
    private long claims() {
        List<Comment> told =
                world.office.invoices().comments(invoice.id(), true).all(999).orThrow();
        return told.stream()
                .filter(one -> one.content().contains("being paid")
                        && !one.content().contains("no longer")
                        && one.content().contains("(till-1)"))
                .count();
    }
}
