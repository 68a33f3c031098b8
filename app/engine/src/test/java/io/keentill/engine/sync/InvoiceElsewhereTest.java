package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.account.Readiness;
import io.keentill.engine.account.TakeResult;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same while others are at it too: who pays elsewhere meanwhile, and what is done without a network. */
class InvoiceElsewhereTest {

    private Path folder;
    private InvoiceRig world;
    private CloudRig rig;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        folder = home;
        world = new InvoiceRig(home);
        rig = world.rig;
        rig.linked();
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void paidElsewhereMeanwhileItTakesNoMoney() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.paidElsewhere(invoice, 2500);
        assertThat(world.stopped(order)).contains("paid already").contains("Cancel this sale");
        world.takesNoMoney(order, "paid already");
    }

    @Test
    void voidedMeanwhileItTakesNoMoney() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.office.invoices().voidIt(invoice.id(), null).send().orThrow();
        assertThat(world.stopped(order)).contains("voided");
        world.takesNoMoney(order, "voided");
    }

    @Test
    void partPaidMeanwhileItTakesNoMoneyUntilItIsTakenInAnew() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.paidElsewhere(invoice, 1000);
        assertThat(world.stopped(order)).contains("25.00 GBP").contains("15.00 GBP");
        world.takesNoMoney(order, "15.00 GBP");
        rig.till.selling().cancel(CLERK);
        world.cash(world.taken(invoice), 1500);
        rig.drained();
        assertThat(world.read(invoice).status().is(InvoiceStatus.PAID)).isTrue();
    }

    @Test
    void halfPaidHereAndPaidElsewhereTheHalfGoesBackAndRevKeenHearsNothing() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.clear(order);
        rig.till.selling().payCash(pounds(1000), CLERK);
        world.paidElsewhere(invoice, 2500);
        assertThat(world.stopped(order)).contains("paid already").contains("Give back what was paid here");
        assertThat(rig.till.payments().pay(order.id(), pounds(1500), CLERK)).isInstanceOf(CardResult.Refused.class);
        assertThat(world.refund(rig.till.order(order.id()))).isInstanceOf(RefundResult.Given.class);
        assertThat(rig.till.order(order.id()).state()).isEqualTo(OrderState.CANCELLED);
        rig.drained();
        assertThat(rig.till.outboxOf(order)).isEmpty();
        assertThat(world.notes()).isEmpty();
        assertThat(world.payments(invoice)).hasSize(1);
    }

    @Test
    void aPaymentOnAnotherTerminalIsNotDoubled() throws Exception {
        Invoice invoice = world.open(2500);
        try (CloudRig other = world.till(folder, "till-2")) {
            other.linked();
            String here = InvoiceRig.device(rig);
            String device = InvoiceRig.device(other);
            assertThat(device).isNotEqualTo(here);
            other.terminal.then((request, monitor, terminal) -> {
                // While the card is being read there, this till asks.
                assertThat(world.refused(invoice)).contains("on its way");
                return io.keentill.engine.support.Scripts.approval(request);
            });
            world.office
                    .terminalPayments()
                    .create(io.keentill.revkeen.terminal.TerminalPaymentRequest.of(device, 2500, "GBP")
                            .withInvoiceId(invoice.id()))
                    .send()
                    .orThrow();
            Eventually.until("paid there", () -> world.read(invoice).status().is(InvoiceStatus.PAID));
            assertThat(other.terminal.performs() + rig.terminal.performs()).isEqualTo(1);
        }
        assertThat(world.refused(invoice)).contains("paid already");
    }

    @Test
    void twoTillsDoNotTakeTheMoneyAtTheSameTime() throws Exception {
        Invoice invoice = world.open(2500);
        try (CloudRig other = world.till(folder, "till-2")) {
            other.online();
            Order here = world.taken(invoice);
            Order there = ((TakeResult.Taken) InvoiceRig.accounts(other).take(invoice.id(), CLERK)).order();
            world.clear(here);
            assertThat(InvoiceRig.accounts(other).ready(there.id()))
                    .isInstanceOfSatisfying(
                            Readiness.Stopped.class, no -> assertThat(no.why()).contains("at another till right now"));
            assertThat(other.till.selling().payCash(pounds(2500), CLERK)).isInstanceOf(SaleChange.Refused.class);
            world.clear(here);
            world.control("/clock", "{\"advance_seconds\":360}");
            assertThat(InvoiceRig.accounts(other).ready(there.id()))
                    .as("this one went away")
                    .isInstanceOf(Readiness.Clear.class);
            assertThat(world.stopped(here)).contains("another till");
            assertThat(other.till.selling().payCash(pounds(2500), CLERK)).isInstanceOf(SaleChange.Closed.class);
            other.drained();
        }
        assertThat(world.payments(invoice)).hasSize(1);
        assertThat(world.office.invoices().comments(invoice.id(), false).all(99).orThrow())
                .as("the customer sees nothing of it")
                .isEmpty();
    }

    /** The customer went to the other till. */
    @Test
    void aSaleThatIsCancelledLetsGoOfItsInvoiceAtOnce() throws Exception {
        Invoice invoice = world.open(2500);
        try (CloudRig other = world.till(folder, "till-2")) {
            other.online();
            Order here = world.taken(invoice);
            Order there = ((TakeResult.Taken) InvoiceRig.accounts(other).take(invoice.id(), CLERK)).order();
            world.clear(here);
            assertThat(InvoiceRig.accounts(other).ready(there.id())).isInstanceOf(Readiness.Stopped.class);
            rig.till.selling().cancel(CLERK);
            rig.drained();
            assertThat(InvoiceRig.accounts(other).ready(there.id())).isInstanceOf(Readiness.Clear.class);
            assertThat(other.till.selling().payCash(pounds(2500), CLERK)).isInstanceOf(SaleChange.Closed.class);
            other.drained();
        }
        assertThat(world.payments(invoice)).hasSize(1);
        assertThat(rig.tasks()).isEmpty();
    }

    @Test
    void aSaleThatNeverAskedForMoneyTellsNobodyAnything() throws Exception {
        Invoice invoice = world.open(2500);
        Order here = world.taken(invoice);
        rig.till.selling().cancel(CLERK);
        assertThat(rig.till.outboxOf(here)).isEmpty();
        assertThat(world.office.invoices().comments(invoice.id(), true).all(99).orThrow())
                .isEmpty();
    }

    /** Others waited for no longer than the claim stood. */
    @Test
    void whatCouldNotBeTakenBackInTimeIsTakenBackNoMore() throws Exception {
        Invoice invoice = world.open(2500);
        Order here = world.taken(invoice);
        world.clear(here);
        rig.offline();
        rig.till.selling().cancel(CLERK);
        assertThat(rig.till.outboxOf(here)).hasSize(1);
        rig.clock.jump(Duration.ofMinutes(6));
        rig.online();
        rig.drained();
        assertThat(world.office.invoices().comments(invoice.id(), true).all(99).orThrow())
                .singleElement()
                .satisfies(told ->
                        assertThat(told.content()).contains("being paid").doesNotContain("no longer"));
        assertThat(rig.tasks()).isEmpty();
    }

    /** It would ask a manager about something that has ended before anybody reads it. */
    @Test
    void anInvoiceThatIsGoneMakesNoTaskOfTheWithdrawal() throws Exception {
        Invoice invoice = world.open(2500);
        Order here = world.taken(invoice);
        world.clear(here);
        world.control(
                "/next-fault",
                "{\"kind\":\"status\",\"status\":404,\"method\":\"POST\",\"path_prefix\":\"/invoices\"}");
        rig.till.selling().cancel(CLERK);
        rig.drained();
        assertThat(rig.tasks()).isEmpty();
    }

    @Test
    void ofTwoThatAskAtOnceAtMostOneGoesOn() throws Exception {
        try (CloudRig other = world.till(folder, "till-2")) {
            other.online();
            for (int i = 0; i < 5; i++) {
                Invoice invoice = world.open(2500);
                Order here = world.taken(invoice);
                Order there = ((TakeResult.Taken) InvoiceRig.accounts(other).take(invoice.id(), CLERK)).order();
                CompletableFuture<Readiness> second = CompletableFuture.supplyAsync(
                        () -> InvoiceRig.accounts(other).ready(there.id()));
                List<Readiness> both = List.of(world.accounts().ready(here.id()), second.join());
                assertThat(both).filteredOn(Readiness.Clear.class::isInstance).hasSizeLessThanOrEqualTo(1);
                rig.till.selling().cancel(CLERK);
                other.till.selling().cancel(CLERK);
            }
        }
    }

    @Test
    void nobodyIsAskedForMoneyOnWhatRevKeenSaidLongAgo() throws Exception {
        Order order = world.taken(world.open(2500));
        rig.clock.jump(Duration.ofMinutes(3));
        world.takesNoMoney(order, "has not been asked");
        world.cash(order, 2500);
    }

    @Test
    void withoutANetworkNoneIsTakenInButOneThatIsThereCanBePaid() throws Exception {
        Invoice first = world.open(2500);
        Order order = world.taken(first);
        rig.offline();
        assertThat(world.accounts().ready(order.id())).isInstanceOf(Readiness.Silent.class);
        assertThat(rig.till.selling().payCash(pounds(2500), CLERK)).isInstanceOf(SaleChange.Closed.class);
        assertThat(world.accounts().take(world.open(100).id(), CLERK)).isInstanceOf(TakeResult.NotReachable.class);
        rig.online();
        rig.drained();
        assertThat(world.read(first).status().is(InvoiceStatus.PAID)).isTrue();
        assertThat(world.payments(first)).hasSize(1);
    }

    @Test
    void paidHereAndElsewhereWhileOfflineItIsATaskAndTheMoneyGoesBackWithoutACreditNote() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        rig.offline();
        world.accounts().ready(order.id());
        Order paid = ((SaleChange.Closed) rig.till.selling().payCash(pounds(2500), CLERK)).order();
        world.paidElsewhere(invoice, 2500);
        rig.online();
        Eventually.until("RevKeen refuses it", () -> !rig.tasks().isEmpty());
        assertThat(rig.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.problem())
                        .contains("takes no payment")
                        .contains("receipt 1")
                        .contains(String.valueOf(invoice.invoiceNumber())));
        assertThat(world.payments(invoice)).hasSize(1);
        assertThat(world.refund(paid)).isInstanceOf(RefundResult.Given.class);
        SyncTasks tasks = new SyncTasks(rig.till.store());
        tasks.dismiss(rig.tasks().getFirst().id(), CLERK, "given back in cash");
        rig.drained();
        assertThat(rig.tasks()).isEmpty();
        assertThat(world.notes()).as("what the other paid stays paid").isEmpty();
        assertThat(world.read(invoice).status().is(InvoiceStatus.PAID)).isTrue();
    }

    @Test
    void anInvoicePaidHereIsNotTakenInAgainBeforeRevKeenKnows() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        rig.offline();
        world.accounts().ready(order.id());
        rig.till.selling().payCash(pounds(2500), CLERK);
        world.fault("drop_before_commit", "/invoices");
        assertThat(world.refused(invoice)).contains("receipt 1").contains("not been told");
        rig.online();
        rig.drained();
        assertThat(world.refused(invoice)).contains("paid already");
    }
}
