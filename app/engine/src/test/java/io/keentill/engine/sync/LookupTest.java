package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.engine.support.TestTill;
import io.keentill.store.MailRow;
import io.keentill.store.OutboxRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How each kind of row is looked for, what counts as found, and what happens where it is not or nobody says. */
class LookupTest {

    private static final String INVOICE = "GET /v2/invoices/inv-7";
    private static final String NOTHING = "{'data':[]}";

    private StepRig rig;
    private Order sale;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
        rig.setting(WalkInCustomer.SETTING, "cus-1");
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
        sale = invoiced(rig.till.sellForCash());
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void anInvoiceIsPutAgainAsItWas() throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.INVOICE).frozen("PUT", "/invoices/x", new byte[] {1}, "old");
        assertThat(StepRig.request(rig.lookup.find(row)).body()).isEqualTo(new byte[] {1});
        assertThat(rig.revKeen.requests()).as("nothing has to be asked").isEmpty();
    }

    @Test
    void theSalesInvoiceIsTheOneWithItsExternalId() throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.INVOICE);
        rig.answers(
                "GET /v2/invoices",
                200,
                "{'data':[" + invoice("a", "elsewhere", sale.id()) + "," + invoice("b", "keentill", "another") + ","
                        + invoice("c", "keentill", sale.id()) + "]}");
        assertThat(rig.lookup.invoice(row)).isEqualTo(new Plan.Adopt("c"));
        rig.answers("GET /v2/invoices", 200, NOTHING);
        assertThat(rig.lookup.invoice(row))
                .isInstanceOfSatisfying(
                        Plan.Stuck.class, stuck -> assertThat(stuck.why()).contains("does not list it", sale.id()));
        rig.answers("GET /v2/invoices", 403, "{'error':{'code':'permission_denied','message':'no'}}");
        assertTrouble(rig.lookup.invoice(row), Answer.Denied.class);
    }

    private static String invoice(String id, String source, String externalId) {
        return "{'id':'" + id + "','status':'open','total_minor':250,'currency':'GBP','external_source':'" + source
                + "','external_id':'" + externalId + "'}";
    }

    @Test
    void anInvoiceThatIsADraftIsStillToBeMadeOut() throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.FINALIZE);
        rig.answers(INVOICE, 200, made("draft"));
        assertThat(StepRig.line(rig.lookup.find(row))).isEqualTo("POST /invoices/inv-7/finalize");
        rig.answers(INVOICE, 200, made("open"));
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("inv-7"));
        rig.answers(INVOICE, 500, "{}");
        assertTrouble(rig.lookup.find(row), Answer.Later.class);
        rig.revKeen.fault(1, r -> r.line().equals(INVOICE), Fault.DROP_ANSWER);
        assertTrouble(rig.lookup.find(row), Answer.Pause.class);
    }

    private static String made(String status) {
        return "{'data':{'id':'inv-7','status':'" + status
                + "','total_minor':250,'currency':'GBP','created_at':'2026-11-24T09:00:10Z'}}";
    }

    /** By RevKeen's own clock, two seconds early because its filter knows no fractions. */
    @Test
    void anOrderIsLookedForAmongThoseSinceItsInvoiceByTheSaleInItsMetadata() throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.ORDER);
        rig.answers(INVOICE, 200, made("open"));
        rig.answers(
                "GET /v2/orders",
                200,
                "{'data':[" + order("o-1", "another") + "," + order("o-2", sale.id()) + "],'has_more':false}");
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("o-2"));
        long since = Instant.parse("2026-11-24T09:00:08Z").getEpochSecond();
        assertThat(rig.revKeen.requests("GET /v2/orders").getFirst().query()).contains("created_gte=" + since);
        rig.answers(INVOICE, 200, made("open"));
        rig.answers("GET /v2/orders", 200, "{'data':[" + order("o-1", "another") + "],'has_more':false}");
        assertThat(StepRig.line(rig.lookup.find(row))).isEqualTo("POST /orders");
    }

    private static String order(String id, String sale) {
        return "{'id':'" + id + "','status':'pending','currency':'gbp','subtotal':1,'total':1,'amount_due':1,"
                + "'metadata':{'keentill_order':'" + sale + "'}}";
    }

    @Test
    void withoutTheTimeOfItsInvoiceAllOrdersAreLookedThrough() throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.ORDER);
        String all = "{'data':[" + order("o-2", sale.id()) + "],'has_more':false}";
        rig.answers(INVOICE, 200, made("open").replace("created_at", "made"));
        rig.answers("GET /v2/orders", 200, all);
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("o-2"));
        rig.answers(INVOICE, 404, "{'error':{'code':'not_found','message':'gone'}}");
        rig.answers("GET /v2/orders", 200, all);
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("o-2"));
        assertThat(rig.revKeen.requests("GET /v2/orders"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.query()).doesNotContain("created"));
    }

    @Test
    void whereTheInvoiceOrTheListCannotBeReadNobodyKnowsOfTheOrder() throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.ORDER);
        rig.answers(INVOICE, 403, "{'error':{'code':'permission_denied','message':'no'}}");
        assertTrouble(rig.lookup.find(row), Answer.Denied.class);
        rig.revKeen.fault(1, r -> r.line().equals(INVOICE), Fault.DROP_ANSWER);
        assertTrouble(rig.lookup.find(row), Answer.Pause.class);
        assertThat(rig.revKeen.requests("GET /v2/orders")).isEmpty();
        rig.answers(INVOICE, 200, made("open"));
        rig.answers("GET /v2/orders", 422, "{'error':{'code':'x','message':'no'}}");
        assertTrouble(rig.lookup.find(row), Answer.Never.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'gateway_transaction_id':'%s'", "'metadata':{'reference':'%s'}"})
    void moneyIsFoundOnItsInvoiceByItsReference(String where) throws Exception {
        OutboxRow row = rig.row(sale, OutboxKind.CASH);
        paid(where.formatted(row.ref()));
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("inv-7"));
        assertThat(rig.revKeen.requests("GET /v2/payments").getFirst().query()).contains("invoice_id=inv-7");
        paid(where.formatted("another"));
        assertThat(StepRig.line(rig.lookup.find(row))).isEqualTo("POST /invoices/inv-7/pay");
    }

    private void paid(String reference) {
        rig.answers(
                "GET /v2/payments",
                200,
                "{'data':[{'id':'pay-1','status':'succeeded','currency':'GBP'," + "'amount':250," + reference
                        + "}],'has_more':false}");
    }

    @Test
    void aLinkIsFoundByTheReferenceOfItsPayment() throws Exception {
        Order card = invoiced(rig.till.sellByCard());
        OutboxRow row = rig.added(
                card.id(), 9, OutboxKind.LINK, card.tenders().getFirst().id());
        paid("'metadata':{'reference':'" + reference(card) + "'}");
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("inv-7"));
    }

    @Test
    void anExchangeIsFoundByTheReferenceOfItsRefund() throws Exception {
        Order basket = rig.till.scan(TestTill.TEA);
        RefundScope goods = new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().getFirst().id(), Quantity.ONE)));
        RefundWish wish = new RefundWish(sale.id(), goods, MoneyBack.AS_PAID, "wrong size");
        Refund refund = ((RefundResult.Given) rig.till.refunds().exchange(wish, basket.id(), CLERK)).refund();
        OutboxRow row = rig.row(invoiced(rig.till.order(basket.id())), OutboxKind.EXCHANGE);
        paid("'metadata':{'reference':'" + refund.reference() + "'}");
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("inv-7"));
        paid("'metadata':{'reference':'another'}");
        assertThat(StepRig.line(rig.lookup.find(row))).isEqualTo("POST /invoices/inv-7/pay");
    }

    @Test
    void aCardThatWasPostedIsFoundAmongThePaymentsOfTerminals() throws Exception {
        Order card = invoiced(rig.till.sellByCard());
        OutboxRow row = rig.row(card, OutboxKind.CARD).frozen("POST", "/terminal-payments", null, "k");
        terminals(
                payment("tp-1", "sale", 250, "another", "inv-7"),
                payment("tp-2", "sale", 250, reference(card), "inv-7"));
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("tp-2"));
        assertThat(rig.revKeen.requests("GET /v2/terminal-payments").getFirst().query())
                .contains("invoice_id=inv-7");
        terminals(payment("tp-1", "sale", 250, "another", "inv-7"));
        assertThat(StepRig.line(rig.lookup.find(row))).isEqualTo("POST /terminal-payments");
        assertThat(rig.revKeen.requests("GET /v2/payments")).isEmpty();
    }

    @Test
    void aCardThatWasRecordedOnItsInvoiceIsFoundThere() throws Exception {
        Order card = invoiced(rig.till.sellByCard());
        OutboxRow row = rig.row(card, OutboxKind.CARD).frozen("POST", "/invoices/inv-7/pay", null, "k");
        paid("'metadata':{'reference':'" + reference(card) + "'}");
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("inv-7"));
        assertThat(rig.revKeen.requests("GET /v2/terminal-payments")).isEmpty();
    }

    @Test
    void aCardOfWhichABackupDoesNotTellTheWayIsLookedForOnBoth() throws Exception {
        Order card = invoiced(rig.till.sellByCard());
        OutboxRow row = rig.row(card, OutboxKind.CARD);
        terminals();
        paid("'metadata':{'reference':'" + reference(card) + "'}");
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("inv-7"));
        terminals();
        paid("'metadata':{'reference':'another'}");
        assertThat(StepRig.line(rig.lookup.find(row))).isEqualTo("POST /terminal-payments");
    }

    @ParameterizedTest
    @CsvSource({"399, false", "400, true", "499, true", "500, false"})
    void anEmailThatWasRefusedIsSentAndOneThatMayHaveGoneIsNot(int status, boolean sent) throws Exception {
        OutboxRow row = mail().retryAt(rig.clock.instant(), status, null, null);
        assertThat(rig.lookup.find(row)).isInstanceOf(sent ? Plan.Send.class : Plan.Stuck.class);
    }

    @Test
    void anEmailThatSomebodyWantsSentAfterTheQuestionIsSent() throws Exception {
        OutboxRow row = mail();
        Sentence question = ((Plan.Stuck) rig.lookup.find(row)).why();
        assertThat(question).contains("Whether RevKeen sent this receipt is not known.", "Ask the customer");
        assertThat(rig.lookup.find(row.retryAt(rig.clock.instant(), null, null, question)))
                .isInstanceOf(Plan.Send.class);
        assertThat(rig.revKeen.requests()).isEmpty();
    }

    private OutboxRow mail() throws Exception {
        MailRow mail = new MailRow("m-1", sale.id(), "ann@example.com", "Receipt", "TOTAL", CLERK, rig.clock.instant());
        rig.till.store().write(tx -> {
            tx.mails().add(mail);
            return mail;
        });
        return rig.added("m-1", 0, OutboxKind.MAIL, "m-1");
    }

    @Test
    void aCreditNoteIsFoundByTheWordsThatItBeginsWithUnlessItIsVoid() throws Exception {
        Refund refund = refund(sale, 60);
        OutboxRow row = rig.row(sale, OutboxKind.CREDIT);
        String mark = "Keentill refund " + refund.reference() + ": ";
        notes(note("cn-1", "issued", mark + "bitter"));
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("cn-1"));
        assertThat(rig.revKeen.requests("GET /v2/credit_notes").getFirst().query())
                .contains("invoice_id=inv-7");
        notes(
                note("cn-1", "voided", mark + "bitter"),
                note("cn-2", "issued", "Keentill refund OTHER: bitter"),
                "{'id':'cn-3','amount_minor':60,'status':'issued'}");
        assertThat(StepRig.line(rig.lookup.find(row))).isEqualTo("POST /credit_notes");
    }

    private void notes(String... notes) {
        rig.answers("GET /v2/credit_notes", 200, "{'data':[" + String.join(",", notes) + "]}");
    }

    private static String note(String id, String status, String reason) {
        return "{'id':'" + id + "','amount_minor':60,'status':'" + status + "','reason':'" + reason + "'}";
    }

    @Test
    void aCreditNoteIsVoidedUnlessItIsAndNotWhereThereIsNone() throws Exception {
        Refund refund = refund(sale, 60);
        OutboxRow undo = rig.added(sale.id(), 20, OutboxKind.CREDIT_VOID, refund.id());
        assertThat(rig.lookup.find(undo)).isInstanceOf(Plan.Needless.class);
        rig.change(rig.row(sale, OutboxKind.CREDIT), row -> row.done(201, "", "cn-1"));
        String get = "GET /v2/credit_notes/cn-1";
        rig.answers(get, 200, "{'data':" + note("cn-1", "issued", "x") + "}");
        assertThat(StepRig.line(rig.lookup.find(undo))).isEqualTo("POST /credit_notes/cn-1/void");
        rig.answers(get, 200, "{'data':" + note("cn-1", "voided", "x") + "}");
        assertThat(rig.lookup.find(undo)).isEqualTo(new Plan.Adopt("cn-1"));
        rig.answers(get, 500, "{}");
        assertTrouble(rig.lookup.find(undo), Answer.Later.class);
        rig.revKeen.fault(1, r -> r.line().equals(get), Fault.DROP_ANSWER);
        assertTrouble(rig.lookup.find(undo), Answer.Pause.class);
    }

    @Test
    void aReversalIsFoundByWhatItIsOnItsInvoice() throws Exception {
        Order card = posted(rig.till.sellByCard());
        refund(card, 100);
        OutboxRow row = rig.row(card, OutboxKind.CARD_BACK).frozen("POST", "/terminal-payments/tp-1/refund", null, "k");
        terminals(
                payment("tp-1", "sale", 100, "R", "inv-7"),
                payment("tp-2", "void", 100, "R", "inv-7"),
                payment("tp-3", "refund", 99, "R", "inv-7"),
                payment("tp-4", "refund", 100, "R", "inv-8"),
                payment("tp-5", "refund", 100, "R", "inv-7"));
        assertThat(rig.lookup.find(row)).isEqualTo(new Plan.Adopt("tp-5"));
        OutboxRow undo = row.frozen("POST", "/terminal-payments/tp-1/void", null, "k");
        terminals(payment("tp-5", "refund", 100, "R", "inv-7"), payment("tp-2", "void", 100, "R", "inv-7"));
        assertThat(rig.lookup.find(undo)).isEqualTo(new Plan.Adopt("tp-2"));
        OutboxRow restored = rig.row(card, OutboxKind.CARD_BACK);
        for (String type : new String[] {"refund", "void"}) {
            terminals(payment("tp-1", "sale", 100, "R", "inv-7"), payment("tp-6", type, 100, "R", "inv-7"));
            assertThat(rig.lookup.find(restored)).as("either, after a backup").isEqualTo(new Plan.Adopt("tp-6"));
        }
        terminals();
        assertThat(StepRig.line(rig.lookup.find(row))).isEqualTo("POST /terminal-payments/tp-1/refund");
    }

    @Test
    void aReversalThatIsAnothersIsNotTaken() throws Exception {
        Order card = posted(rig.till.sellByCard());
        refund(card, 100);
        OutboxRow first = rig.row(card, OutboxKind.CARD_BACK);
        rig.change(first, row -> row.done(201, "", "tp-2"));
        String done = rig.till
                .store()
                .read(view -> view.attemptsOn(card.tenders().getFirst().attemptId()))
                .getFirst()
                .reference();
        refund(card, 100);
        OutboxRow row = rig.row(card, OutboxKind.CARD_BACK).frozen("POST", "/terminal-payments/tp-1/refund", null, "k");
        terminals(
                payment("tp-2", "refund", 100, "R", "inv-7"),
                payment("tp-3", "refund", 100, done, "inv-7"),
                "{'id':'tp-4','type':'refund','status':'approved','amount_minor':100,'currency':'GBP',"
                        + "'invoice_id':'inv-7'}");
        assertThat(rig.lookup.find(row))
                .as("told to another row, carried out here by command; then one without a reference")
                .isEqualTo(new Plan.Adopt("tp-4"));
    }

    private void terminals(String... payments) {
        rig.answers(
                "GET /v2/terminal-payments",
                200,
                "{'data':[" + String.join(",", payments) + "],'meta':{'count':0,'limit':100}}");
    }

    private static String payment(String id, String type, long minor, String reference, String invoice) {
        return "{'id':'" + id + "','type':'" + type + "','status':'approved','amount_minor':" + minor
                + ",'currency':'GBP','reference':'" + reference + "','invoice_id':'" + invoice + "'}";
    }

    private String reference(Order card) throws Exception {
        return rig.till.attemptOf(card).reference();
    }

    private Order invoiced(Order order) throws Exception {
        rig.change(rig.row(order, OutboxKind.INVOICE), row -> row.done(200, "", "inv-7"));
        return order;
    }

    private Order posted(Order order) throws Exception {
        rig.change(
                rig.row(order, OutboxKind.CARD),
                row -> row.frozen("POST", "/terminal-payments", null, "k").done(200, "", "tp-1"));
        return invoiced(order);
    }

    private Refund refund(Order order, long pence) {
        RefundScope scope = new RefundScope.Amount(pounds(pence));
        RefundResult result =
                rig.till.refunds().refund(new RefundWish(order.id(), scope, MoneyBack.AS_PAID, "bitter"), CLERK);
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }

    private static void assertTrouble(Plan plan, Class<? extends Answer> answer) {
        assertThat(plan)
                .isInstanceOfSatisfying(
                        Plan.Trouble.class,
                        trouble -> assertThat(trouble.answer()).isInstanceOf(answer));
    }
}
