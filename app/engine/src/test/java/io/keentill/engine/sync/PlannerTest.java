package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.terminal.TerminalAddress;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.cloud.CloudDriver;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.setup.Settings;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.store.InvoiceRow;
import io.keentill.store.JournalEntry;
import io.keentill.store.MailRow;
import io.keentill.store.OutboxRow;
import io.keentill.store.PayLinkRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What RevKeen is told of each step of a sale, to the last field. */
class PlannerTest {

    private StepRig rig;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
        rig.setting(WalkInCustomer.SETTING, "cus-walk-in");
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void anInvoiceIsPutUnderTheSalesOwnId() throws Exception {
        Order sale = rig.till.sellForCash();
        Plan plan = plan(sale, OutboxKind.INVOICE);
        assertThat(StepRig.line(plan)).isEqualTo("PUT /invoices/external/keentill/" + sale.id());
        assertThat(StepRig.body(plan).path("customer_uuid").asString()).isEqualTo("cus-walk-in");
        assertThat(StepRig.body(plan).path("total_minor").asLong()).isEqualTo(250);
        assertThat(StepRig.body(plan).path("external_updated_at").asString()).startsWith("2026-11-24T10:00:00");
    }

    @Test
    void anInvoiceIsForTheCustomerOnTheSaleWhereThereIsOne() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.till.store().write(tx -> {
            tx.putCustomer(sale.id(), "cus-9");
            return sale;
        });
        assertThat(StepRig.body(plan(sale, OutboxKind.INVOICE))
                        .path("customer_uuid")
                        .asString())
                .isEqualTo("cus-9");
        invoiced(sale);
        assertThat(StepRig.body(plan(sale, OutboxKind.ORDER))
                        .path("customer_id")
                        .asString())
                .isEqualTo("cus-9");
    }

    @Test
    void aSaleHasACustomerOnceEitherIsKnown() throws Exception {
        Order sale = rig.till.sellForCash();
        OutboxRow row = rig.row(sale, OutboxKind.INVOICE);
        assertThat(rig.planner.hasCustomer(row)).isTrue();
        rig.till.store().write(tx -> {
            tx.removeSetting(WalkInCustomer.SETTING);
            return sale;
        });
        assertThat(rig.planner.hasCustomer(row)).isFalse();
        rig.till.store().write(tx -> {
            tx.putCustomer(sale.id(), "cus-9");
            return sale;
        });
        assertThat(rig.planner.hasCustomer(row)).isTrue();
    }

    @Test
    void anInvoiceIsMadeOutAndNotCollectedByRevKeen() throws Exception {
        Order sale = rig.till.sellForCash();
        invoiced(sale);
        Plan plan = plan(sale, OutboxKind.FINALIZE);
        assertThat(StepRig.line(plan)).isEqualTo("POST /invoices/inv-7/finalize");
        assertThat(StepRig.body(plan)).isEqualTo(StepRig.json("{}"));
    }

    @Test
    void anOrderCarriesTheSaleItsInvoiceAndWhereTheJournalStood() throws Exception {
        rig.setting(Settings.TILL_ID, "till-3");
        Order sale = rig.till.sellForCash();
        invoiced(sale);
        Plan plan = plan(sale, OutboxKind.ORDER);
        JournalEntry closed = rig.till.store().read(view -> view.journalOf(sale.id())).stream()
                .filter(entry -> entry.type().equals("sale.closed"))
                .findFirst()
                .orElseThrow();
        assertThat(StepRig.line(plan)).isEqualTo("POST /orders");
        assertThat(StepRig.body(plan)).isEqualTo(StepRig.json("""
                        {'currency':'gbp','invoice_id':'inv-7','notes':'Keentill sale %s',
                         'line_items':[{'description':'Tea','quantity':1,'unit_price':250,'metadata':{'sku':'TEA'}}],
                         'metadata':{'keentill_order':'%s','keentill_reference':'%s','keentill_receipt':'1',
                                     'keentill_till':'till-3','keentill_journal':'%d:%s'}}
                        """.formatted(
                        sale.reference(),
                        sale.id(),
                        sale.reference(),
                        closed.seq(),
                        closed.hash().substring(0, 16))));
    }

    @Test
    void cashIsToldWithWhatWasHandedOver() throws Exception {
        rig.till.scan(TEA);
        Order sale = ((SaleChange.Closed) rig.till.selling().payCash(pounds(500), CLERK)).order();
        invoiced(sale);
        Tender tender = sale.tenders().getFirst();
        assertPaid(
                plan(sale, OutboxKind.CASH),
                "cash",
                250,
                tender.id(),
                "Cash, handed 5.00 GBP, change 2.50 GBP, receipt 1");
    }

    @Test
    void eachWayOfPayingIsToldWithItsOwnAmount() throws Exception {
        rig.till.scan(TEA);
        Order part = ((SaleChange.PartPaid) rig.till.selling().payCash(pounds(100), CLERK)).order();
        Order sale = ((CardResult.Paid) rig.till.payCard(part)).order();
        invoiced(sale);
        assertThat(StepRig.body(plan(sale, OutboxKind.CASH))
                        .path("amount_minor")
                        .asLong())
                .isEqualTo(100);
        assertThat(StepRig.body(plan(sale, OutboxKind.CARD))
                        .path("amount_minor")
                        .asLong())
                .isEqualTo(150);
    }

    @Test
    void aCardOfTheTillsOwnTerminalIsPostedForItsDevice() throws Exception {
        Order sale = rig.till.sellByCard();
        invoiced(sale);
        Plan plan = plan(sale, OutboxKind.CARD);
        assertThat(StepRig.line(plan)).isEqualTo("POST /terminal-payments");
        assertThat(StepRig.body(plan))
                .isEqualTo(StepRig.json("""
                        {'device_id':'dev-1','amount_minor':250,'currency':'GBP','invoice_id':'inv-7','reference':'%s'}
                        """.formatted(rig.till.attemptOf(sale).reference())));
    }

    @Test
    void aCardIsNeverPostedForADeviceThatWouldChargeItAgain() throws Exception {
        Order sale = rig.till.sellByCard();
        invoiced(sale);
        rig.channel.notOffered = true;
        String recorded = "Card on the till's own terminal, authorisation A1B2C3";
        assertPaid(
                plan(sale, OutboxKind.CARD),
                "other",
                250,
                rig.till.attemptOf(sale).reference(),
                recorded);
        rig.channel.notOffered = false;
        rig.channel.linked = false;
        assertWaits(plan(sale, OutboxKind.CARD));
        rig.channel.linked = true;
        rig.till.store().write(tx -> {
            tx.removeSetting(DeviceIdentity.SETTING);
            return sale;
        });
        assertWaits(plan(sale, OutboxKind.CARD));
    }

    private static void assertWaits(Plan plan) {
        assertThat(plan).isInstanceOfSatisfying(Plan.NotYet.class, wait -> {
            assertThat(wait.why()).contains("Waiting for the connector channel");
            assertThat(wait.pause()).isEqualTo(Duration.ofSeconds(2));
        });
    }

    @Test
    void aCardThatRevKeenTookItselfIsOnlyRecorded() throws Exception {
        rig.till.payments().use(new TerminalSession(TerminalAddress.parse(CloudDriver.address("dev-9")), rig.terminal));
        Order sale = rig.till.sellByCard();
        invoiced(sale);
        String recorded = "Card on RevKeen's terminal, terminal payment 8, authorisation A1B2C3";
        assertPaid(
                plan(sale, OutboxKind.CARD),
                "other",
                250,
                rig.till.attemptOf(sale).reference(),
                recorded);
    }

    @Test
    void aLinkIsToldWithTheSessionThatTookTheMoney() throws Exception {
        Order sale = rig.till.sellByCard();
        invoiced(sale);
        String attempt = rig.till.attemptOf(sale).id();
        String reference = rig.till.attemptOf(sale).reference();
        OutboxRow row = rig.added(
                sale.id(), 9, OutboxKind.LINK, sale.tenders().getFirst().id());
        assertPaid(
                rig.planner.plan(row), "other", 250, reference, "Paid on RevKeen's page, checkout session not known");
        rig.till.store().write(tx -> {
            tx.payLinks()
                    .save(PayLinkRow.asked(attempt, "/checkout-sessions", "{}", "k")
                            .opened("cs-4"));
            return sale;
        });
        assertPaid(rig.planner.plan(row), "other", 250, reference, "Paid on RevKeen's page, checkout session cs-4");
    }

    @Test
    void anExchangeNamesTheRefundAndTheSaleWhoseGoodsCameBack() throws Exception {
        Order sale = rig.till.sellForCash();
        Order basket = rig.till.scan(TEA);
        RefundScope goods = new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().getFirst().id(), Quantity.ONE)));
        Refund refund = ((RefundResult.Given) rig.till
                        .refunds()
                        .exchange(
                                new RefundWish(sale.id(), goods, MoneyBack.AS_PAID, "wrong size"), basket.id(), CLERK))
                .refund();
        Order paid = rig.till.order(basket.id());
        invoiced(paid);
        assertPaid(
                plan(paid, OutboxKind.EXCHANGE),
                "other",
                250,
                refund.reference(),
                "Exchange, refund " + refund.reference() + ": goods of receipt 1, sale " + sale.reference()
                        + " came back");
    }

    @Test
    void aReceiptGoesByEmail() throws Exception {
        Order sale = rig.till.sellForCash();
        MailRow mail = new MailRow("m-1", sale.id(), "ann@example.com", "Receipt", "TOTAL", CLERK, rig.clock.instant());
        rig.till.store().write(tx -> {
            tx.mails().add(mail);
            return mail;
        });
        Plan plan = rig.planner.plan(rig.added("m-1", 0, OutboxKind.MAIL, "m-1"));
        assertThat(StepRig.line(plan)).isEqualTo("POST /comms/send");
        assertThat(StepRig.body(plan).toString()).contains("ann@example.com", "TOTAL");
    }

    @Test
    void everyRequestHasAKeyOfItsOwn() throws Exception {
        Order sale = rig.till.sellForCash();
        String first = StepRig.request(plan(sale, OutboxKind.INVOICE)).idempotencyKey();
        String second = StepRig.request(plan(sale, OutboxKind.INVOICE)).idempotencyKey();
        assertThat(first).isNotBlank().isNotEqualTo(second);
    }

    @Test
    void againMeansTheSameBytesUnderANewKey() throws Exception {
        Order sale = rig.till.sellForCash();
        OutboxRow row = rig.row(sale, OutboxKind.INVOICE);
        byte[] bytes = "{\"as\":\"it was\"}".getBytes(StandardCharsets.UTF_8);
        FrozenRequest again = StepRig.request(rig.planner.again(row.frozen("PUT", "/invoices/x", bytes, "old")));
        assertThat(again.method()).isEqualTo("PUT");
        assertThat(again.path()).isEqualTo("/invoices/x");
        assertThat(again.body()).isEqualTo(bytes);
        assertThat(again.idempotencyKey()).isNotBlank().isNotEqualTo("old");
        assertThat(StepRig.request(rig.planner.again(row.frozen("POST", "/x", null, "old")))
                        .body())
                .isEmpty();
        assertThat(StepRig.line(rig.planner.again(row)))
                .as("it has none: from a backup that is older than they are")
                .isEqualTo("PUT /invoices/external/keentill/" + sale.id());
    }

    @Test
    void aStepThatComesBeforeItsInvoiceIsAFaultAndNotARequest() throws Exception {
        Order sale = rig.till.sellForCash();
        assertThatThrownBy(() -> plan(sale, OutboxKind.ORDER))
                .hasMessageContaining("Step 2 of sale " + sale.id() + " came before its invoice");
    }

    /** A till that cannot pay twice, and RevKeen says that somebody did. */
    @Test
    void aRefusalOfMoneyForAnInvoiceThatWasThereSaysWhatToDo() throws Exception {
        Order sale = rig.till.sellForCash();
        Sentence why = Sentence.quoted("It is paid.");
        OutboxRow cash = rig.row(sale, OutboxKind.CASH);
        assertThat(rig.planner.told(cash, why)).isEqualTo(why);
        rig.till.store().write(tx -> {
            tx.invoices()
                    .save(new InvoiceRow(
                            sale.id(), "inv-9", "INV-9", InvoiceRow.Word.CLEAR, null, rig.clock.instant()));
            return sale;
        });
        assertThat(rig.planner.told(cash, why).toString())
                .startsWith("It is paid.")
                .contains("has paid invoice INV-9 here, with receipt 1.")
                .contains("give the money of this receipt back");
        assertThat(rig.planner.told(rig.added(sale.id(), 8, OutboxKind.CREDIT, "r"), why))
                .as("a refund takes no money")
                .isEqualTo(why);
    }

    @Test
    void theSecondPaymentByOneRefundIsNumbered() throws Exception {
        rig.till.scan(TEA);
        Order order = rig.till.scan(MILK);
        Exchange one = new Exchange("r-1", "REF1", null);
        Exchange two = new Exchange("r-2", "REF2", null);
        Tender cash = Tender.cash("t0", pounds(10), pounds(10), CashRounding.NONE, rig.clock.instant());
        Tender first = Tender.exchange("t1", pounds(10), one, rig.clock.instant());
        Tender other = Tender.exchange("t2", pounds(10), two, rig.clock.instant());
        Tender second = Tender.exchange("t3", pounds(10), one, rig.clock.instant());
        Order paid = order.plusTender(cash).plusTender(first).plusTender(other).plusTender(second);
        assertThat(Planner.exchangeReference(paid, first)).isEqualTo("REF1");
        assertThat(Planner.exchangeReference(paid, other)).isEqualTo("REF2");
        assertThat(Planner.exchangeReference(paid, second)).isEqualTo("REF1-2");
    }

    private Plan plan(Order sale, OutboxKind kind) throws Exception {
        return rig.planner.plan(rig.row(sale, kind));
    }

    /** RevKeen has the sale's invoice as {@code inv-7}. */
    private void invoiced(Order sale) throws Exception {
        rig.change(rig.row(sale, OutboxKind.INVOICE), row -> row.done(200, "", "inv-7"));
    }

    private static void assertPaid(Plan plan, String method, long minor, String reference, String notes) {
        assertThat(StepRig.line(plan)).isEqualTo("POST /invoices/inv-7/pay");
        ObjectNode expected = (ObjectNode) StepRig.json("""
                {'payment_method':'%s','amount_minor':%d,'reference':'%s','paid_at':'2026-11-24T10:00:00Z'}
                """.formatted(method, minor, reference));
        assertThat(StepRig.body(plan)).isEqualTo(expected.put("notes", notes));
    }
}
