package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.book.SaleBook;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.TestTill;
import io.keentill.store.InvoiceRow;
import io.keentill.store.OutboxRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What RevKeen is told of a refund, to the last field, and when it is told nothing. */
class RefundPlannerTest {

    private static final RefundScope WHOLE = new RefundScope.Whole();

    private StepRig rig;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
        rig.setting(WalkInCustomer.SETTING, "cus-1");
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aCreditNoteIsOfTheSalesInvoiceUnderAKeyOfItsOwnForEver() throws Exception {
        Order sale = invoiced(rig.till.sellForCash());
        Refund refund = refund(sale, amount(60));
        Plan plan = plan(sale, OutboxKind.CREDIT);
        assertThat(StepRig.line(plan)).isEqualTo("POST /credit_notes");
        assertThat(StepRig.body(plan)).isEqualTo(StepRig.json("""
                        {'invoice_id':'inv-7','amount_minor':60,'tax_amount_minor':10,'credit_method':'external',
                         'reason':'Keentill refund %s: too bitter','reason_code':'customer_request',
                         'idempotency_key':'%s',
                         'metadata':{'keentill_refund':'%s','keentill_reference':'%s','keentill_number':'1'}}
                        """.formatted(
                        refund.reference(), refund.id(), refund.id(), refund.reference())));
    }

    @Test
    void aCreditNoteOfTheSameRefundAfterAnotherHasAnotherKey() throws Exception {
        Order sale = invoiced(rig.till.sellForCash());
        Refund other = refund(sale, amount(60));
        Refund refund = refund(sale, amount(50));
        rig.added(sale.id(), 20, OutboxKind.CREDIT_VOID, refund.id());
        OutboxRow second = rig.added(sale.id(), 21, OutboxKind.CREDIT, refund.id());
        OutboxRow third = rig.added(sale.id(), 22, OutboxKind.CREDIT, refund.id());
        assertThat(key(second)).isEqualTo(refund.id() + "-1");
        assertThat(key(third)).isEqualTo(refund.id() + "-2");
        assertThat(key(rig.added(sale.id(), 23, OutboxKind.CREDIT, other.id()))).isEqualTo(other.id() + "-1");
    }

    private String key(OutboxRow row) throws Exception {
        return StepRig.body(rig.planner.plan(row)).path("idempotency_key").asString();
    }

    @Test
    void aRefundThatDidNotHappenIsNotTold() throws Exception {
        Order sale = invoiced(rig.till.sellForCash());
        Refund open = stored(sale, RefundPart.planned("p-9", TenderType.CASH, pounds(10), null));
        OutboxRow row = rig.added(sale.id(), 20, OutboxKind.CREDIT, open.id());
        assertThat(rig.planner.plan(row)).isInstanceOf(Plan.Send.class);
        rig.till.store().write(tx -> {
            tx.saveRefund(open.abandoned(rig.clock.instant()));
            return sale;
        });
        assertThat(rig.planner.plan(row)).isInstanceOf(Plan.Needless.class);
    }

    private Refund stored(Order sale, RefundPart... parts) throws Exception {
        Refund refund = new Refund(
                "r-9",
                "REF9",
                sale.id(),
                sale.reference(),
                sale.receiptNumber(),
                RefundState.OPEN,
                TestTill.GBP,
                List.of(),
                pounds(1),
                "why",
                CLERK,
                List.of(parts),
                null,
                rig.clock.instant(),
                null,
                null);
        return rig.till.store().write(tx -> {
            tx.saveRefund(refund);
            return refund;
        });
    }

    @Test
    void moreThanACreditNoteHoldsIsForSomebodyToEnter() throws Exception {
        Order most = invoiced(bigSale(2_000_000_000L));
        refund(most, WHOLE);
        assertThat(StepRig.body(plan(most, OutboxKind.CREDIT))
                        .path("amount_minor")
                        .asLong())
                .isEqualTo(2_000_000_000L);
        Order more = invoiced(bigSale(2_000_000_001L));
        refund(more, WHOLE);
        assertThat(plan(more, OutboxKind.CREDIT))
                .isInstanceOfSatisfying(
                        Plan.Stuck.class,
                        stuck -> assertThat(stuck.why()).contains("20000000.01 GBP", "by hand in parts"));
    }

    private Order bigSale(long minor) throws Exception {
        Order order = Order.open(
                        rig.till.ids().next(), rig.till.ids().reference(), TestTill.GBP, CLERK, rig.clock.instant())
                .plusLine(new OrderLine(
                        "l" + minor, "p", null, "", "Gold", pounds(minor), Quantity.ONE, TestTill.VAT, null));
        return rig.till.store().write(tx -> {
            tx.saveOrder(order);
            Tender cash = Tender.cash("t" + minor, order.due(), order.due(), CashRounding.NONE, rig.clock.instant());
            return new SaleBook(rig.clock).book(tx, order, cash, CLERK);
        });
    }

    /** Somebody else had paid the invoice, RevKeen refused the money of this sale, and the task was dismissed. */
    @Test
    void whatRevKeenNeverTookIsNotCreditedThere() throws Exception {
        Order sale = mixed();
        refund(sale, WHOLE);
        assertThat(plan(invoiced(sale), OutboxKind.CREDIT))
                .as("an invoice of the till's own is always the sale's")
                .isInstanceOf(Plan.Send.class);
        rig.till.store().write(tx -> {
            tx.invoices()
                    .save(new InvoiceRow(
                            sale.id(), "inv-9", "INV-9", InvoiceRow.Word.CLEAR, null, rig.clock.instant()));
            return sale;
        });
        assertThat(plan(sale, OutboxKind.CREDIT)).isInstanceOf(Plan.Needless.class);
        rig.change(rig.row(sale, OutboxKind.CASH), row -> row.done(200, "", "inv-9"));
        assertThat(plan(sale, OutboxKind.CREDIT))
                .isInstanceOfSatisfying(
                        Plan.Stuck.class,
                        stuck -> assertThat(stuck.why())
                                .contains("part of the money", "Of the 2.50 GBP that went back"));
        rig.change(rig.row(sale, OutboxKind.CARD), row -> row.done(200, "", "inv-9"));
        assertThat(StepRig.body(plan(sale, OutboxKind.CREDIT))
                        .path("invoice_id")
                        .asString())
                .isEqualTo("inv-9");
    }

    @Test
    void theLastCreditNoteBeforeItIsVoidedAndNoneWhereNoneWasMade() throws Exception {
        Order sale = invoiced(rig.till.sellForCash());
        Refund refund = refund(sale, amount(60));
        OutboxRow first = rig.row(sale, OutboxKind.CREDIT);
        OutboxRow undo = rig.added(sale.id(), 20, OutboxKind.CREDIT_VOID, refund.id());
        assertThat(rig.planner.plan(undo)).isInstanceOf(Plan.Needless.class);
        assertThat(rig.planner.plan(rig.added(sale.id(), 21, OutboxKind.CREDIT_VOID, "another")))
                .isInstanceOf(Plan.Needless.class);
        rig.change(first, row -> row.done(201, "", "cn-1"));
        assertThat(StepRig.line(rig.planner.plan(undo))).isEqualTo("POST /credit_notes/cn-1/void");
        OutboxRow second = rig.added(sale.id(), 22, OutboxKind.CREDIT, refund.id());
        rig.change(second, row -> row.done(201, "", "cn-2"));
        assertThat(StepRig.line(rig.planner.plan(rig.added(sale.id(), 23, OutboxKind.CREDIT_VOID, refund.id()))))
                .isEqualTo("POST /credit_notes/cn-2/void");
        assertThat(StepRig.line(rig.planner.plan(undo)))
                .as("that one comes later")
                .isEqualTo("POST /credit_notes/cn-1/void");
    }

    @Test
    void aVoidAtTheTerminalIsAVoidThereUntilRevKeenTakesItForSettled() throws Exception {
        Order sale = rig.till.sellByCard();
        Refund refund = refund(sale, WHOLE);
        posted(sale);
        Plan undo = plan(sale, OutboxKind.CARD_BACK);
        assertThat(StepRig.line(undo)).isEqualTo("POST /terminal-payments/tp-1/void");
        String reason = "Keentill refund " + refund.reference() + ": too bitter";
        assertThat(StepRig.body(undo)).isEqualTo(StepRig.json("{'reason':'" + reason + "'}"));
        rig.change(
                rig.row(sale, OutboxKind.CARD_BACK),
                row -> row.retryAt(rig.clock.instant(), 422, RefundPlanner.VOID_REFUSED, null));
        Plan refunded = plan(sale, OutboxKind.CARD_BACK);
        assertThat(StepRig.line(refunded)).isEqualTo("POST /terminal-payments/tp-1/refund");
        assertThat(StepRig.body(refunded)).isEqualTo(StepRig.json("{'amount_minor':250,'reason':'" + reason + "'}"));
    }

    @Test
    void aPartOfACardGoesBackAsARefundOfSoMuch() throws Exception {
        Order sale = rig.till.sellByCard();
        refund(sale, amount(100));
        posted(sale);
        Plan plan = plan(sale, OutboxKind.CARD_BACK);
        assertThat(StepRig.line(plan)).isEqualTo("POST /terminal-payments/tp-1/refund");
        assertThat(StepRig.body(plan).path("amount_minor").asLong()).isEqualTo(100);
    }

    @Test
    void aCardGoesBackThereOnlyWhereRevKeenKnowsItsPayment() throws Exception {
        Order sale = rig.till.sellByCard();
        refund(sale, WHOLE);
        assertThat(plan(sale, OutboxKind.CARD_BACK)).as("not posted").isInstanceOf(Plan.Needless.class);
        posted(sale);
        rig.channel.linked = false;
        assertThat(plan(sale, OutboxKind.CARD_BACK)).isInstanceOfSatisfying(Plan.NotYet.class, wait -> {
            assertThat(wait.why()).contains("Waiting for the connector channel");
            assertThat(wait.pause()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    /** Nothing would ever come of waiting for it, and what else RevKeen has to hear of this sale would wait as well. */
    @Test
    void aCardWhoseChannelIsNotOfferedAnyMoreIsForSomebodyAfterADay() throws Exception {
        Order sale = rig.till.sellByCard();
        posted(sale);
        refund(sale, amount(60));
        rig.channel.linked = false;
        rig.channel.notOffered = true;
        rig.clock.jump(Duration.ofHours(24).minusSeconds(1));
        assertThat(plan(sale, OutboxKind.CARD_BACK)).as("it may come back").isInstanceOf(Plan.NotYet.class);
        rig.clock.jump(Duration.ofSeconds(1));
        assertThat(plan(sale, OutboxKind.CARD_BACK))
                .isInstanceOfSatisfying(
                        Plan.Stuck.class, task -> assertThat(task.why()).contains("0.60 GBP", "tp-1"));
        rig.channel.notOffered = false;
        assertThat(plan(sale, OutboxKind.CARD_BACK)).as("out of reach").isInstanceOf(Plan.NotYet.class);
        rig.channel.linked = true;
        assertThat(plan(sale, OutboxKind.CARD_BACK)).isInstanceOf(Plan.Send.class);
    }

    @Test
    void aCardThatWasRecordedOnTheInvoiceIsToldByTheCreditNoteAlone() throws Exception {
        Order sale = invoiced(rig.till.sellByCard());
        refund(sale, WHOLE);
        rig.change(
                rig.row(sale, OutboxKind.CARD),
                row -> row.frozen("POST", "/invoices/inv-7/pay", null, "k").done(200, "", "inv-7"));
        assertThat(plan(sale, OutboxKind.CARD_BACK)).isInstanceOf(Plan.Needless.class);
        assertThat(reason(sale)).doesNotContain("[card");
    }

    /** The money goes back on the payment that took it, and another card's is none of that. */
    @Test
    void aCardGoesBackOnItsOwnPayment() throws Exception {
        Order first =
                ((CardResult.Paid) rig.till.payments().pay(rig.till.scan(TEA).id(), pounds(100), CLERK)).order();
        Order sale = ((CardResult.Paid) rig.till.payCard(first)).order();
        Refund refund = refund(sale, WHOLE);
        String payment = "tp-";
        for (Tender tender : sale.tenders()) {
            OutboxRow row = rig.till.outboxOf(sale).stream()
                    .filter(r -> r.ref().equals(tender.id()))
                    .findFirst()
                    .orElseThrow();
            String id = payment + tender.applied().minor();
            rig.change(
                    row, r -> r.frozen("POST", "/terminal-payments", null, "k").done(200, "", id));
        }
        invoiced(sale);
        assertThat(refund.parts()).hasSize(2);
        for (RefundPart part : refund.parts()) {
            OutboxRow row = rig.till.outboxOf(sale).stream()
                    .filter(r -> r.ref().equals(part.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(StepRig.line(rig.planner.plan(row)))
                    .startsWith("POST /terminal-payments/tp-" + part.amount().minor() + "/");
        }
    }

    /** Other tills add up what went back from both, and must not count the card's money twice. */
    @Test
    void theCreditNoteNamesWhatOfItTheTerminalTells() throws Exception {
        Order sale = mixed();
        Refund refund = refund(sale, WHOLE);
        invoiced(sale);
        String mark = "Keentill refund " + refund.reference() + ": ";
        assertThat(reason(sale)).as("RevKeen knows no card payment").isEqualTo(mark + "too bitter");
        posted(sale);
        assertThat(reason(sale)).isEqualTo(mark + "[card 1.50 GBP] too bitter");
    }

    /** What was exchanged goes back by no terminal, and what was given up not at all. */
    @Test
    void itNamesNothingThatDidNotGoBackToTheCard() throws Exception {
        Order sale = rig.till.sellByCard();
        invoiced(sale);
        posted(sale);
        String card = sale.tenders().getFirst().attemptId();
        Refund refund = stored(
                sale,
                part("p-1", TenderType.CARD, 60, card, RefundPart.State.RETURNED),
                part("p-2", TenderType.CARD, 50, card, RefundPart.State.GIVEN_UP),
                part("p-3", TenderType.EXCHANGE, 40, card, RefundPart.State.RETURNED));
        Plan plan = rig.planner.plan(rig.added(sale.id(), 20, OutboxKind.CREDIT, refund.id()));
        assertThat(StepRig.body(plan).path("reason").asString()).contains("[card 0.60 GBP] ");
        assertThat(StepRig.body(plan).path("amount_minor").asLong()).isEqualTo(100);
    }

    private RefundPart part(String id, TenderType type, long pence, String card, RefundPart.State state) {
        return new RefundPart(id, type, pounds(pence), pounds(0), card, null, state, null);
    }

    private String reason(Order sale) throws Exception {
        return StepRig.body(plan(sale, OutboxKind.CREDIT)).path("reason").asString();
    }

    @Test
    void aReasonThatIsTooLongIsCutBetweenCharacters() throws Exception {
        Order sale = invoiced(rig.till.sellForCash());
        Refund refund = refund(sale, amount(60));
        int before = BackElsewhere.mark(refund).length();
        assertThat(RefundTranslation.reason(told(refund, "x".repeat(500 - before))))
                .hasSize(500);
        assertThat(RefundTranslation.reason(told(refund, "x".repeat(501 - before))))
                .hasSize(500)
                .endsWith("x");
        assertThat(RefundTranslation.reason(told(refund, "x".repeat(499 - before) + "🍵")))
                .as("half of a character is none")
                .hasSize(499)
                .endsWith("x");
    }

    private static Refund told(Refund refund, String reason) {
        return new Refund(
                refund.id(),
                refund.reference(),
                refund.orderId(),
                refund.orderReference(),
                refund.orderReceipt(),
                refund.state(),
                refund.currency(),
                refund.lines(),
                refund.tax(),
                reason,
                refund.operator(),
                refund.parts(),
                null,
                refund.openedAt(),
                refund.number(),
                refund.closedAt());
    }

    private Plan plan(Order sale, OutboxKind kind) throws Exception {
        return rig.planner.plan(rig.row(sale, kind));
    }

    private Order invoiced(Order sale) throws Exception {
        rig.change(rig.row(sale, OutboxKind.INVOICE), row -> row.done(200, "", "inv-7"));
        return sale;
    }

    /** RevKeen has the sale's card as {@code tp-1}. */
    private void posted(Order sale) throws Exception {
        rig.change(
                rig.row(sale, OutboxKind.CARD),
                row -> row.frozen("POST", "/terminal-payments", null, "k").done(200, "", "tp-1"));
    }

    /** A tea, for a pound in cash and the rest by card. */
    private Order mixed() throws Exception {
        rig.till.scan(TEA);
        Order part = ((SaleChange.PartPaid) rig.till.selling().payCash(pounds(100), CLERK)).order();
        return ((CardResult.Paid) rig.till.payCard(part)).order();
    }

    private static RefundScope amount(long pence) {
        return new RefundScope.Amount(pounds(pence));
    }

    private Refund refund(Order sale, RefundScope scope) {
        RefundWish wish = new RefundWish(sale.id(), scope, MoneyBack.AS_PAID, "too bitter");
        RefundResult result = rig.till.refunds().refund(wish, CLERK);
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }
}
