package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.account.Readiness;
import io.keentill.engine.account.TakeResult;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.HoldResult;
import io.keentill.engine.payment.Tabs;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceStatus;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.payments.Payment;
import io.keentill.store.OutboxRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices that RevKeen had before the till heard of them, paid at the till; RevKeen is the sandbox. */
class InvoicePaidTest {

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
    void cashPaysItAndMakesNeitherAnInvoiceNorAnOrder() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Invoice " + invoice.invoiceNumber());
            assertThat(line.unitPrice()).isEqualTo(pounds(2500));
        });
        assertThat(order.totals().tax()).isEqualTo(pounds(0));
        Order paid = cash(order, 3000);
        assertThat(paid.receiptNumber()).isEqualTo(1);
        rig.drained();
        assertThat(world.read(invoice).status().is(InvoiceStatus.PAID)).isTrue();
        assertThat(world.payments(invoice)).extracting(Payment::amount).containsExactly(2500L);
        nothingElseWasMade(1);
        assertThat(rig.till.outboxOf(paid)).extracting(OutboxRow::kind).containsExactly("cash");
    }

    @Test
    void aCardPaysItThroughTheTillsOwnDevice() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        card(order);
        rig.drained();
        assertThat(world.read(invoice).status().is(InvoiceStatus.PAID)).isTrue();
        assertThat(world.payments(invoice)).extracting(Payment::amount).containsExactly(2500L);
        assertThat(world.office
                        .terminalPayments()
                        .list(io.keentill.revkeen.terminal.TerminalPaymentQuery.any()
                                .withInvoiceId(invoice.id()))
                        .all(9)
                        .orThrow())
                .hasSize(1);
        assertThat(rig.terminal.acquirer().taken()).isEqualTo(2500);
        nothingElseWasMade(1);
    }

    @Test
    void cashAndCardPayItTogether() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        clear(order);
        assertThat(rig.till.selling().payCash(pounds(1000), CLERK)).isInstanceOf(SaleChange.PartPaid.class);
        card(rig.till.order(order.id()));
        rig.drained();
        assertThat(world.read(invoice).status().is(InvoiceStatus.PAID)).isTrue();
        assertThat(world.payments(invoice)).extracting(Payment::amount).containsExactlyInAnyOrder(1000L, 1500L);
        assertThat(rig.terminal.acquirer().taken()).isEqualTo(1500);
        nothingElseWasMade(1);
    }

    @Test
    void whatIsStillDueIsTakenAndNoMore() throws Exception {
        Invoice invoice = world.open(2500);
        world.paidElsewhere(invoice, 900);
        Order order = world.taken(invoice);
        assertThat(order.due()).isEqualTo(pounds(1600));
        cash(order, 1600);
        rig.drained();
        assertThat(world.read(invoice).status().is(InvoiceStatus.PAID)).isTrue();
    }

    @Test
    void itIsSoldAloneAndAsItIs() throws Exception {
        Order order = world.taken(world.open(2500));
        String line = order.lines().getFirst().id();
        var selling = rig.till.selling();
        List<SaleChange> tried = List.of(
                selling.scan(TEA, Quantity.ONE, CLERK),
                selling.add("p-milk", Quantity.ONE, CLERK),
                selling.setQuantity(line, Quantity.of(2)),
                selling.setLineDiscount(line, new Discount.Percent("Ten", Rate.percent(10))),
                selling.setOrderDiscount(new Discount.Fixed("Off", pounds(100))),
                selling.basket().setPrice(line, pounds(1), CLERK),
                selling.basket().setExemption("because", CLERK),
                selling.basket().applyCode("TEN", CLERK));
        assertThat(tried)
                .allSatisfy(change -> assertThat(change)
                        .isInstanceOfSatisfying(
                                SaleChange.Refused.class,
                                no -> assertThat(no.message()).contains("sale of its own")));
        assertThat(rig.till.order(order.id())).isEqualTo(order);
        assertThat(new SaleCustomers(rig.till.store()).put(order.id(), null, CLERK))
                .hasValueSatisfying(why -> assertThat(why).contains("made out"));
        rig.terminal.able(Capability.PRE_AUTHORISATION, Capability.QUERY_BY_REFERENCE);
        assertThat(new Tabs(rig.till.store(), rig.till.payments()).hold(order.id(), pounds(2500), CLERK))
                .isInstanceOfSatisfying(
                        HoldResult.Refused.class, no -> assertThat(no.message()).contains("paid at once"));
    }

    @Test
    void goodsNeitherPayItNorComeBackForIt() throws Exception {
        rig.till.scan(TEA);
        Order tea = ((SaleChange.Closed) rig.till.selling().payCash(pounds(250), CLERK)).order();
        Order invoice = world.taken(world.open(2500));
        clear(invoice);
        assertThat(exchanged(tea, invoice)).contains("do not pay one");
        Order paid = cash(invoice, 2500);
        assertThat(exchanged(paid, rig.till.scan(TEA))).contains("Goods of a finished sale");
    }

    private String exchanged(Order sale, Order basket) {
        RefundScope goods = new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().getFirst().id(), Quantity.ONE)));
        RefundResult result = rig.till
                .refunds()
                .exchange(new RefundWish(sale.id(), goods, MoneyBack.AS_PAID, "too large"), basket.id(), CLERK);
        assertThat(result).isInstanceOf(RefundResult.Refused.class);
        return ((RefundResult.Refused) result).message();
    }

    @Test
    void itWaitsForAFreeCounter() throws Exception {
        Invoice invoice = world.open(2500);
        rig.till.scan(MILK);
        assertThat(world.refused(invoice)).contains("sale of its own");
        rig.till.selling().park("Ann");
        world.taken(invoice);
    }

    @Test
    void takenTwiceItIsThereOnce() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        assertThat(world.refused(invoice)).contains("on the counter already");
        rig.till.selling().park("Bertha");
        assertThat(world.refused(invoice)).contains("set aside as Bertha");
        rig.till.selling().recall(order.id());
        assertThat(rig.till.selling().cancel(CLERK)).isInstanceOf(SaleChange.Changed.class);
        assertThat(world.taken(invoice).id()).isNotEqualTo(order.id());
    }

    @Test
    void takenOutItIsCancelledAndNeverPutIntoAnotherBasket() throws Exception {
        Order order = world.taken(world.open(2500));
        OrderLine line = order.lines().getFirst();
        assertThat(rig.till.selling().remove(line.id(), CLERK)).isInstanceOf(SaleChange.Changed.class);
        assertThat(rig.till.order(order.id()).state()).isEqualTo(OrderState.CANCELLED);
        rig.till.scan(TEA);
        assertThat(rig.till.selling().basket().putBack(line, 0, CLERK)).isInstanceOf(SaleChange.Refused.class);
    }

    @Test
    void whatCannotBePaidIsNotTakenIn() throws Exception {
        assertThat(world.refused(world.invoice(100, InvoiceStatus.DRAFT))).contains("not made out yet");
        Invoice paid = world.open(100);
        world.paidElsewhere(paid, 100);
        assertThat(world.refused(paid)).contains("paid already");
        Invoice dead = world.open(100);
        world.office.invoices().voidIt(dead.id(), null).send().orThrow();
        assertThat(world.refused(dead)).contains("voided");
        assertThat(world.accounts().take("00000000-0000-0000-0000-000000000000", CLERK))
                .isEqualTo(new TakeResult.Refused("RevKeen has no such invoice any more."));
        Invoice foreign = world.office
                .invoices()
                .create(io.keentill.revkeen.invoices.InvoiceRequest.of(world.customer, 100, "EUR")
                        .withStatus(InvoiceStatus.OPEN))
                .send()
                .orThrow();
        assertThat(world.refused(foreign)).contains("EUR").contains("GBP");
        Invoice online = world.office
                .invoices()
                .create(io.keentill.revkeen.invoices.InvoiceRequest.of(world.customer, 100, "GBP")
                        .withStatus(InvoiceStatus.OPEN)
                        .withAllowedMethods(List.of(io.keentill.revkeen.invoices.PaymentRail.DIRECT_DEBIT)))
                .send()
                .orThrow();
        assertThat(world.refused(online)).contains("direct debit");
        assertThat(rig.till.selling().current()).isEmpty();
    }

    @Test
    void paidElsewhereMeanwhileItTakesNoMoney() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.paidElsewhere(invoice, 2500);
        assertThat(world.stopped(order)).contains("paid already").contains("Cancel this sale");
        takesNoMoney(order, "paid already");
    }

    @Test
    void voidedMeanwhileItTakesNoMoney() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.office.invoices().voidIt(invoice.id(), null).send().orThrow();
        assertThat(world.stopped(order)).contains("voided");
        takesNoMoney(order, "voided");
    }

    @Test
    void partPaidMeanwhileItTakesNoMoneyUntilItIsTakenInAnew() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.paidElsewhere(invoice, 1000);
        assertThat(world.stopped(order)).contains("25.00 GBP").contains("15.00 GBP");
        takesNoMoney(order, "15.00 GBP");
        rig.till.selling().cancel(CLERK);
        cash(world.taken(invoice), 1500);
        rig.drained();
        assertThat(world.read(invoice).status().is(InvoiceStatus.PAID)).isTrue();
    }

    @Test
    void aPaymentOnAnotherTerminalIsNotDoubled() throws Exception {
        Invoice invoice = world.open(2500);
        try (CloudRig other = world.till(folder, "till-2")) {
            other.linked();
            String here = device(rig);
            String device = device(other);
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
            clear(here);
            assertThat(InvoiceRig.accounts(other).ready(there.id()))
                    .isInstanceOfSatisfying(
                            Readiness.Stopped.class, no -> assertThat(no.why()).contains("at another till right now"));
            assertThat(other.till.selling().payCash(pounds(2500), CLERK)).isInstanceOf(SaleChange.Refused.class);
            clear(here);
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
        takesNoMoney(order, "has not been asked");
        cash(order, 2500);
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
        assertThat(refund(paid)).isInstanceOf(RefundResult.Given.class);
        SyncTasks tasks = new SyncTasks(rig.till.store());
        tasks.dismiss(rig.tasks().getFirst().id(), CLERK, "given back in cash");
        rig.drained();
        assertThat(rig.tasks()).isEmpty();
        assertThat(notes()).as("what the other paid stays paid").isEmpty();
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

    @Test
    void anAnswerThatIsLostPaysItOnce() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.fault("drop_after_commit", "/invoices");
        Order paid = cash(order, 2500);
        rig.drained();
        assertThat(rig.isDone(paid)).isTrue();
        assertThat(world.payments(invoice)).hasSize(1);
        assertThat(rig.tasks()).isEmpty();
    }

    @Test
    void afterARestartTheBasketIsThereAndAsksAgain() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        rig.restart();
        rig.clock.jump(Duration.ofHours(1));
        assertThat(rig.till.selling().current()).contains(order);
        takesNoMoney(order, "has not been asked");
        rig.linked();
        cash(order, 2500);
        rig.drained();
        assertThat(world.payments(invoice)).hasSize(1);
    }

    @Test
    void moneyGoesBackAsOnAnySale() throws Exception {
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        clear(order);
        rig.till.selling().payCash(pounds(1000), CLERK);
        Order paid = card(rig.till.order(order.id()));
        rig.drained();
        assertThat(refund(paid)).isInstanceOf(RefundResult.Given.class);
        rig.drained();
        assertThat(rig.tasks()).isEmpty();
        assertThat(notes()).singleElement().satisfies(note -> {
            assertThat(note.invoiceId()).isEqualTo(invoice.id());
            assertThat(note.amountMinor()).isEqualTo(2500);
        });
        assertThat(rig.terminal.acquirer().taken()).isZero();
        nothingElseWasMade(1);
    }

    @Test
    void whatTheDashboardGaveBackOfItDoesNotGoBackHere() throws Exception {
        Invoice invoice = world.open(2500);
        Order paid = cash(world.taken(invoice), 2500);
        rig.drained();
        world.office.invoices().refund(invoice.id(), 1000L, "by post").send().orThrow();
        assertThat(refund(paid))
                .isInstanceOfSatisfying(
                        RefundResult.Refused.class,
                        no -> assertThat(no.message()).contains("10.00 GBP was given back elsewhere"));
    }

    private static String device(CloudRig till) throws Exception {
        Eventually.until(
                "the device",
                () -> till.till
                        .store()
                        .<java.util.Optional<String>>read(view -> view.setting(DeviceIdentity.SETTING))
                        .isPresent());
        return till.till
                .store()
                .<java.util.Optional<String>>read(view -> view.setting(DeviceIdentity.SETTING))
                .orElseThrow();
    }

    private Order cash(Order order, long handed) {
        clear(order);
        SaleChange change = rig.till.selling().payCash(pounds(handed), CLERK);
        assertThat(change).isInstanceOf(SaleChange.Closed.class);
        return ((SaleChange.Closed) change).order();
    }

    private Order card(Order order) {
        clear(order);
        CardResult result = rig.till.payments().pay(order.id(), order.due(), CLERK);
        assertThat(result).isInstanceOf(CardResult.Paid.class);
        return ((CardResult.Paid) result).order();
    }

    private void clear(Order order) {
        assertThat(world.accounts().ready(order.id())).isInstanceOf(Readiness.Clear.class);
    }

    private void takesNoMoney(Order order, String why) throws Exception {
        assertThat(rig.till.selling().payCash(pounds(2500), CLERK))
                .isInstanceOfSatisfying(
                        SaleChange.Refused.class, no -> assertThat(no.message()).contains(why));
        int before = rig.terminal.performs();
        assertThat(rig.till.payments().pay(order.id(), order.due(), CLERK))
                .isInstanceOfSatisfying(
                        CardResult.Refused.class, no -> assertThat(no.message()).contains(why));
        assertThat(rig.terminal.performs()).isEqualTo(before);
        assertThat(rig.till.order(order.id()).tenders()).isEmpty();
    }

    private void nothingElseWasMade(int invoices) {
        assertThat(world.invoices()).hasSize(invoices);
        assertThat(world.office.orders().list(OrderQuery.any()).all(9).orThrow())
                .isEmpty();
    }

    private RefundResult refund(Order sale) {
        return rig.till
                .refunds()
                .refund(new RefundWish(sale.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "mistake"), CLERK);
    }

    private List<CreditNote> notes() {
        return world.office.creditNotes().list(CreditNoteQuery.any()).all(9).orThrow();
    }
}
