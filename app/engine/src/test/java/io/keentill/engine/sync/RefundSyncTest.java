package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.Waits;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.store.OutboxRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What RevKeen is told of money that went back. */
class RefundSyncTest {

    private CloudRig rig;
    private FakeRevKeen revKeen;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        revKeen = new FakeRevKeen();
        rig = new CloudRig(folder, revKeen);
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aCashRefundIsACreditNoteThatComesAfterItsSale() throws Exception {
        Order sale = rig.till.sellForCash();
        Refund refund = refund(sale, new RefundScope.Amount(pounds(60)));
        rig.online().drained();
        assertThat(revKeen.creditNotes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .containsEntry("invoice_id", "inv-1")
                        .containsEntry("amount_minor", 60L)
                        .containsEntry("tax_amount_minor", refund.tax().minor())
                        .containsEntry("credit_method", "external")
                        .containsEntry("reason", "Keentill refund " + refund.reference() + ": too bitter")
                        .containsEntry("key", refund.id()));
        List<String> lines = revKeen.requests().stream().map(Request::line).toList();
        assertThat(lines.indexOf("POST /v2/credit_notes")).isGreaterThan(lines.indexOf("POST /v2/invoices/inv-1/pay"));
        assertThat(revKeen.terminalPayments()).isEmpty();
    }

    @Test
    void aVoidedCardSaleIsVoidedThereTooAndTheTerminalIsNotAskedAgain() throws Exception {
        Order sale = rig.till.sellByCard();
        rig.linked().drained();
        refund(sale, new RefundScope.Whole());
        rig.drained();
        assertThat(revKeen.terminalPayments()).hasSize(2);
        assertThat(reversal()).containsEntry("type", "void").containsEntry("status", "approved");
        assertThat(revKeen.creditNotes()).hasSize(1);
        assertThat(rig.terminal.performs()).as("one sale, one void").isEqualTo(2);
        assertThat(rig.terminal.acquirer().taken()).isZero();
    }

    /** An error would stand for good at RevKeen, though the customer has the money back. */
    @Test
    void aCommandForWhatNobodyKnowsYetIsNotAnsweredWithAnError() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicReference<Thread> asking = new AtomicReference<>();
        rig.waits = new Waits() {
            @Override
            public long nanos() {
                return Waits.REAL.nanos();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                if (time.equals(Duration.ofMillis(200))) {
                    asking.set(Thread.currentThread());
                    asked.incrementAndGet();
                }
                Waits.REAL.sleep(Duration.ofMillis(1));
            }

            @Override
            public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
                return Waits.REAL.acquire(wake, longest);
            }
        };
        Order sale = rig.till.sellByCard();
        rig.linked().drained();
        String reference = rig.till.attemptOf(sale).reference();
        revKeen.refuse(1_000, r -> r.line().endsWith("/void"), 500, "{}");
        refund(sale, new RefundScope.Whole());
        Eventually.until(
                "it is on its way",
                () -> revKeen.requests().stream().anyMatch(r -> r.line().endsWith("/void")));
        revKeen.channel().reverse("early", "void", "RK9", 250, "GBP", reference);
        Eventually.until(
                "RevKeen has given it up, and the till has looked for the last time",
                () -> asked.get() >= 600 && asking.get().getState() == Thread.State.TERMINATED);
        revKeen.heal();
        rig.drained();
        assertThat(reversal()).containsEntry("type", "void").containsEntry("status", "approved");
        assertThat(revKeen.channel().outcomes("early")).isEmpty();
        assertThat(rig.terminal.performs()).as("one sale, one void").isEqualTo(2);
    }

    @Test
    void aRefundMadeOfflineArrivesWithItsSale() throws Exception {
        Order sale = rig.till.sellByCard();
        refund(sale, new RefundScope.Amount(pounds(100)));
        rig.online().drained();
        assertThat(reversal())
                .containsEntry("type", "refund")
                .containsEntry("amount_minor", 100L)
                .containsEntry("status", "approved");
        assertThat(rig.terminal.performs()).isEqualTo(2);
        assertThat(rig.terminal.acquirer().taken()).isEqualTo(150);
    }

    @Test
    void aVoidThatRevKeenTakesForSettledIsRefundedThere() throws Exception {
        revKeen.refusingVoids();
        Order sale = rig.till.sellByCard();
        refund(sale, new RefundScope.Whole());
        rig.online().drained();
        assertThat(reversal()).containsEntry("type", "refund").containsEntry("status", "approved");
        assertThat(rig.terminal.acquirer().taken()).isZero();
        assertThat(rig.tasks()).isEmpty();
    }

    @Test
    void aMixedSaleGoesBackThereToEachTender() throws Exception {
        rig.till.scan(TEA);
        Order part = ((SaleChange.PartPaid) rig.till.selling().payCash(pounds(100), CLERK)).order();
        Order sale = ((CardResult.Paid) rig.till.payCard(part)).order();
        refund(sale, new RefundScope.Whole());
        rig.online().drained();
        assertThat(revKeen.creditNotes())
                .singleElement()
                .satisfies(note -> assertThat(note).containsEntry("amount_minor", 250L));
        assertThat(reversal()).containsEntry("type", "void").containsEntry("amount_minor", 150L);
    }

    @Test
    void withoutAChannelTheCreditNoteIsAll() throws Exception {
        revKeen.withoutChannel();
        Order sale = rig.till.sellByCard();
        refund(sale, new RefundScope.Whole());
        rig.online().drained();
        assertThat(revKeen.terminalPayments()).isEmpty();
        assertThat(revKeen.creditNotes()).hasSize(1);
        assertThat(rig.till.outboxOf(sale))
                .allSatisfy(row -> assertThat(row.problem()).isNull());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverHappensToAnAnswerItIsToldOnce(Fault fault) throws Exception {
        revKeen.fault(1, r -> r.line().equals("POST /v2/credit_notes"), fault);
        revKeen.fault(1, r -> r.path().endsWith("/void"), fault);
        Order sale = rig.till.sellByCard();
        refund(sale, new RefundScope.Whole());
        rig.online().drained();
        assertThat(revKeen.creditNotes()).hasSize(1);
        assertThat(revKeen.terminalPayments()).hasSize(2);
        assertThat(rig.terminal.performs()).isEqualTo(2);
        assertThat(rig.terminal.acquirer().taken()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_REQUEST", "DROP_ANSWER"})
    void soItIsAfterTheKeyIsForgotten(Fault fault) throws Exception {
        for (String line : List.of("POST /v2/credit_notes", "POST /v2/terminal-payments/")) {
            revKeen.goesAwayWith(r -> r.line().startsWith(line), fault);
            Order sale = rig.till.sellByCard();
            refund(sale, new RefundScope.Amount(pounds(100)));
            rig.online();
            rig.arrived(line, 1);
            rig.restart();
            rig.clock.jump(Duration.ofHours(24));
            revKeen.forgetKeys();
            revKeen.comesBack();
            rig.online().drained();
            rig.offline();
            revKeen.requests().clear();
        }
        assertThat(revKeen.creditNotes()).hasSize(2);
        assertThat(revKeen.terminalPayments()).hasSize(4);
        assertThat(rig.terminal.performs()).isEqualTo(4);
        assertThat(rig.terminal.acquirer().taken()).isEqualTo(300);
    }

    @Test
    void aCreditNoteWhoseKeyIsForgottenTooEarlyIsRecognisedByTheOneInItsBody() throws Exception {
        revKeen.goesAwayWith(r -> r.line().equals("POST /v2/credit_notes"), Fault.DROP_ANSWER);
        Order sale = rig.till.sellForCash();
        refund(sale, new RefundScope.Whole());
        rig.online();
        rig.arrived("POST /v2/credit_notes", 1);
        revKeen.forgetKeys();
        revKeen.comesBack();
        rig.drained();
        assertThat(revKeen.creditNotes()).hasSize(1);
        assertThat(rig.journalled("outbox.adopted")).isEqualTo(1);
    }

    @Test
    void whatRevKeenRefusesBecauseAnotherTillGaveItBackIsATask() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.online().drained();
        rig.offline();
        revKeen.creditElsewhere("inv-1", 200);
        refund(sale, new RefundScope.Amount(pounds(60)));
        rig.online();
        Eventually.until("a task", () -> {
            rig.cloud().syncNow();
            return !rig.tasks().isEmpty();
        });
        OutboxRow task = rig.tasks().getFirst();
        assertThat(task.kind()).isEqualTo("credit");
        assertThat(task.problem()).contains("Only 50 of this invoice can be credited");
    }

    private Map<String, Object> reversal() {
        return revKeen.terminalPayments().getLast();
    }

    private Refund refund(Order sale, RefundScope scope) {
        RefundWish wish = new RefundWish(sale.id(), scope, MoneyBack.AS_PAID, "too bitter");
        RefundResult result = rig.till.refunds().refund(wish, CLERK);
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }
}
