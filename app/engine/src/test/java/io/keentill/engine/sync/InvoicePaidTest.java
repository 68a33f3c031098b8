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
import io.keentill.domain.text.Sentence;
import io.keentill.engine.account.TakeResult;
import io.keentill.engine.payment.HoldResult;
import io.keentill.engine.payment.LinkBook;
import io.keentill.engine.payment.Tabs;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceStatus;
import io.keentill.revkeen.payments.Payment;
import io.keentill.store.OutboxRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices that RevKeen had before the till heard of them, paid at the till; RevKeen is the sandbox. */
class InvoicePaidTest {

    private InvoiceRig world;
    private CloudRig rig;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
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
        Order paid = world.cash(order, 3000);
        assertThat(paid.receiptNumber()).isEqualTo(1);
        rig.drained();
        assertThat(world.read(invoice).status().is(InvoiceStatus.PAID)).isTrue();
        assertThat(world.payments(invoice)).extracting(Payment::amount).containsExactly(2500L);
        world.nothingElseWasMade(1);
        assertThat(rig.till.outboxOf(paid)).extracting(OutboxRow::kind).containsExactly("cash");
    }

    @Test
    void aCardPaysItThroughTheTillsOwnDevice() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.card(order);
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
        world.nothingElseWasMade(1);
    }

    /** RevKeen could not tell that such a link is for this invoice, and somebody else might pay it meanwhile. */
    @Test
    void aLinkDoesNotPayItAndTheOtherWaysStayFree() throws Exception {
        Order order = world.taken(world.open(2500));
        world.clear(order);
        LinkBook links = rig.till.payments().links();
        assertThat(links.begin(order.id(), order.due(), CLERK, reference -> {
                    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
                    return new FrozenRequest("POST", "/checkout-sessions", body, reference);
                }))
                .isInstanceOfSatisfying(
                        LinkBook.Begun.Refused.class,
                        no -> assertThat(no.message()).contains("card or cash", "the invoice's own page"));
        assertThat(links.watched()).isEmpty();
        assertThat(world.card(order).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void cashAndCardPayItTogether() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.clear(order);
        assertThat(rig.till.selling().payCash(pounds(1000), CLERK)).isInstanceOf(SaleChange.PartPaid.class);
        world.card(rig.till.order(order.id()));
        rig.drained();
        assertThat(world.read(invoice).status().is(InvoiceStatus.PAID)).isTrue();
        assertThat(world.payments(invoice)).extracting(Payment::amount).containsExactlyInAnyOrder(1000L, 1500L);
        assertThat(rig.terminal.acquirer().taken()).isEqualTo(1500);
        world.nothingElseWasMade(1);
    }

    @Test
    void whatIsStillDueIsTakenAndNoMore() throws Exception {
        Invoice invoice = world.open(2500);
        world.paidElsewhere(invoice, 900);
        Order order = world.taken(invoice);
        assertThat(order.due()).isEqualTo(pounds(1600));
        world.cash(order, 1600);
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
        world.clear(invoice);
        assertThat(exchanged(tea, invoice)).contains("do not pay one");
        Order paid = world.cash(invoice, 2500);
        assertThat(exchanged(paid, rig.till.scan(TEA))).contains("Goods of a finished sale");
    }

    private String exchanged(Order sale, Order basket) {
        RefundScope goods = new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().getFirst().id(), Quantity.ONE)));
        RefundResult result = rig.till
                .refunds()
                .exchange(new RefundWish(sale.id(), goods, MoneyBack.AS_PAID, "too large"), basket.id(), CLERK);
        assertThat(result).isInstanceOf(RefundResult.Refused.class);
        return ((RefundResult.Refused) result).message().toString();
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
                .isEqualTo(new TakeResult.Refused(Sentence.quoted("RevKeen has no such invoice any more.")));
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
    void anAnswerThatIsLostPaysItOnce() throws Exception {
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.clear(order);
        world.fault("drop_after_commit", "/invoices/" + invoice.id() + "/pay");
        Order paid = ((SaleChange.Closed) rig.till.selling().payCash(pounds(2500), CLERK)).order();
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
        world.takesNoMoney(order, "has not been asked");
        rig.linked();
        world.cash(order, 2500);
        rig.drained();
        assertThat(world.payments(invoice)).hasSize(1);
    }

    @Test
    void moneyGoesBackAsOnAnySale() throws Exception {
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
        Invoice invoice = world.open(2500);
        Order order = world.taken(invoice);
        world.clear(order);
        rig.till.selling().payCash(pounds(1000), CLERK);
        Order paid = world.card(rig.till.order(order.id()));
        rig.drained();
        assertThat(world.refund(paid)).isInstanceOf(RefundResult.Given.class);
        rig.drained();
        assertThat(rig.tasks()).isEmpty();
        assertThat(world.notes()).singleElement().satisfies(note -> {
            assertThat(note.invoiceId()).isEqualTo(invoice.id());
            assertThat(note.amountMinor()).isEqualTo(2500);
        });
        assertThat(rig.terminal.acquirer().taken()).isZero();
        world.nothingElseWasMade(1);
    }

    @Test
    void whatTheDashboardGaveBackOfItDoesNotGoBackHere() throws Exception {
        Invoice invoice = world.open(2500);
        Order paid = world.cash(world.taken(invoice), 2500);
        rig.drained();
        world.office.invoices().refund(invoice.id(), 1000L, "by post").send().orThrow();
        assertThat(world.refund(paid))
                .isInstanceOfSatisfying(
                        RefundResult.Refused.class,
                        no -> assertThat(no.message()).contains("10.00 GBP was given back elsewhere"));
    }
}
