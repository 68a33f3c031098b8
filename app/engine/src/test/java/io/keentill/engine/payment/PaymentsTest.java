package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentsTest {

    private final FakeTerminal terminal = new FakeTerminal();
    private TestTill till;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void aCardNumberInTheTerminalsWordsIsStoredNowhere() throws Exception {
        String number = "4929123456781234";
        Sentence words = Sentence.quoted("Card " + number + " is not accepted");
        terminal.then(Scripts.ends(r -> new Outcome.Declined("05", words, Scripts.CARD, TerminalReceipts.NONE)));
        terminal.then(Scripts.ends(
                r -> new Outcome.Failed(Sentence.of("test.answered", "The terminal answered: {0}", "no " + number))));
        Order order = till.scan(TEA);
        till.payCard(order);
        till.payCard(order);
        List<PaymentAttempt> attempts = till.store().read(view -> view.attemptsOf(order.id()));
        assertThat(attempts).hasSize(2);
        for (PaymentAttempt attempt : attempts) {
            assertThat(attempt.message().stored()).contains("************1234").doesNotContain(number);
            assertThat(till.store().<List<JournalEntry>>read(view -> view.journalOf(attempt.id())))
                    .isNotEmpty()
                    .noneSatisfy(entry -> assertThat(entry.toString()).contains(number));
        }
    }

    @Test
    void anApprovalClosesTheOrderWithOneReceiptNumber() throws Exception {
        Order order = till.scan(TEA);
        CardResult.Paid paid = (CardResult.Paid) till.payCard(order);

        assertThat(paid.order().state()).isEqualTo(OrderState.PAID);
        assertThat(paid.order().receiptNumber()).isEqualTo(1);
        assertThat(paid.order()).isEqualTo(till.order(order.id()));
        assertThat(paid.attempt().approved()).isEqualTo(pounds(250));
        assertThat(paid.attempt().card().lastFour()).isEqualTo("4242");
        assertThat(paid.attempt().recoveryHint())
                .isEqualTo("hint " + paid.attempt().reference());
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
        assertThat(till.sellByCard().receiptNumber()).isEqualTo(2);
    }

    @Test
    void theJournalTellsEachStepOfAPayment() throws Exception {
        CardResult.Paid paid = (CardResult.Paid) till.payCard(till.scan(TEA));
        List<JournalEntry> told =
                till.store().read(view -> view.journalOf(paid.attempt().id()));
        assertThat(told)
                .extracting(JournalEntry::type)
                .containsExactly("payment.intended", "payment.sent", "payment.answered", "payment.approved");
    }

    @Test
    void aCardSaleCostsFourCommitsAndACashSaleOne() throws Exception {
        Order order = till.scan(TEA);
        long before = till.store().commits();
        till.payCard(order);
        assertThat(till.store().commits() - before)
                .as("intent, sent, answered, booked")
                .isEqualTo(4);

        Order next = till.scan(TEA);
        before = till.store().commits();
        till.selling().payCash(next.due(), CLERK);
        assertThat(till.store().commits() - before).isEqualTo(1);
    }

    @Test
    void theApprovalIsStoredBeforeItIsConfirmedAndBookedOnlyAfter() throws Exception {
        Order order = till.scan(TEA);
        AtomicReference<PaymentAttempt> seen = new AtomicReference<>();
        terminal.atCheckpoints(where -> {
            if (where.equals("told")) {
                seen.set(till.payments().open().getFirst());
                assertThat(till.selling().order(order.id()).orElseThrow().tenders())
                        .isEmpty();
            }
        });
        CardResult.Paid paid = (CardResult.Paid) till.payCard(order);
        assertThat(seen.get().state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(seen.get().approved()).isEqualTo(pounds(250));
        assertThat(seen.get().moved()).isFalse();
        assertThat(paid.order().state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void anApprovalWhoseConfirmationIsInDoubtIsAskedAbout() throws Exception {
        terminal.then((request, monitor, t) -> {
            Scripts.approve().run(request, monitor, t);
            return new Outcome.Unknown("The confirmation did not provably arrive");
        });
        Order order = till.scan(TEA);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        assertThat(till.order(order.id()).tenders()).isEmpty();
        resolve();
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void whatTheTerminalHasTheTillPrintIsStoredBeforeItIsConfirmedAndWithoutCardNumbers() throws Exception {
        TerminalReceipts paper =
                new TerminalReceipts(List.of("PAN 4111 1111 1111 1111", "GBP 2.50"), List.of("Thank you"));
        terminal.then((request, monitor, t) -> {
            try {
                monitor.sending("");
                monitor.outcome(new Outcome.Approved(request.amount(), CardDetails.NONE, TerminalReceipts.NONE));
                Outcome printed = new Outcome.Approved(request.amount(), CardDetails.NONE, paper);
                monitor.outcome(printed);
                String id = till.payments().open().getFirst().id();
                assertThat(till.payments().slip(id).customer()).containsExactly("Thank you");
                return printed;
            } catch (NotDurableException e) {
                throw new AssertionError(e);
            }
        });
        CardResult.Paid paid = (CardResult.Paid) till.payCard(till.scan(TEA));
        assertThat(till.payments().slip(paid.attempt().id()))
                .isEqualTo(new TerminalSlip(List.of("PAN ************1111", "GBP 2.50"), List.of("Thank you")));
    }

    @Test
    void aSlipThatTheRecoveryBringsIsKeptToo() throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.scan(TEA);
        CardResult.NotKnown doubt = (CardResult.NotKnown) till.payCard(order);
        terminal.answering(past -> new QueryAnswer.Found(new Outcome.Approved(
                past.amount(), CardDetails.NONE, new TerminalReceipts(List.of(), List.of("Found again")))));
        resolve();
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(till.payments().slip(doubt.attempt().id()).customer()).containsExactly("Found again");
    }

    @Test
    void aSaleSetAsideInDoubtIsPaidWhereItIs() throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order doubtful = till.scan(TEA);
        assertThat(till.payCard(doubtful)).isInstanceOf(CardResult.NotKnown.class);
        assertThat(till.selling().park("card in doubt")).isInstanceOf(SaleChange.Changed.class);
        Order next = till.scan(MILK);
        resolve();
        assertThat(till.order(doubtful.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(till.selling().current()).contains(next);
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void aPartialApprovalLeavesTheRestDue() throws Exception {
        terminal.then(Scripts.partial(pounds(100)));
        CardResult.Paid part = (CardResult.Paid) till.payCard(till.scan(TEA));
        assertThat(part.order().state()).isEqualTo(OrderState.OPEN);
        assertThat(part.order().due()).isEqualTo(pounds(150));

        CardResult.Paid rest = (CardResult.Paid) till.payCard(part.order());
        assertThat(rest.order().state()).isEqualTo(OrderState.PAID);
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void aDeclineLeavesTheOrderOpenForAnotherTry() throws Exception {
        terminal.then(Scripts.decline());
        Order order = till.scan(TEA);
        CardResult.NotPaid no = (CardResult.NotPaid) till.payCard(order);
        assertThat(no.attempt().state()).isEqualTo(AttemptState.DECLINED);
        assertThat(no.attempt().message()).hasToString("Do not honour");
        assertThat(no.order()).isEqualTo(order);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.Paid.class);
    }

    @Test
    void anApprovalWinsOverACancel() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        terminal.then((request, monitor, t) -> {
            Scripts.sending(request, monitor);
            sent.countDown();
            await(t.cancelled());
            Outcome outcome = Scripts.approval(request);
            t.acquirer().record(request.reference(), outcome);
            return outcome;
        });
        Order order = till.scan(TEA);
        try (ExecutorService clerk = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CardResult> result = clerk.submit(() -> till.payCard(order));
            await(sent);
            till.payments().requestCancel();
            assertThat(result.get(10, TimeUnit.SECONDS)).isInstanceOf(CardResult.Paid.class);
        }
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void aCancelThatWinsMovesNothing() throws Exception {
        terminal.then(Scripts.ends(request -> new Outcome.Cancelled("Stopped by the customer")));
        CardResult.NotPaid no = (CardResult.NotPaid) till.payCard(till.scan(TEA));
        assertThat(no.attempt().state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(till.selling().cancel(CLERK)).isInstanceOf(SaleChange.Changed.class);
    }

    @Test
    void failedBeforeSendingIsCertain() throws Exception {
        terminal.then(Scripts.notReachable());
        CardResult.NotPaid no = (CardResult.NotPaid) till.payCard(till.scan(TEA));
        assertThat(no.attempt().state()).isEqualTo(AttemptState.FAILED);
        assertThat(no.attempt().sentAt()).isNull();
        assertThat(no.attempt().message()).hasToString("The terminal is switched off");
    }

    @Test
    void anOutcomeToldTwiceIsBookedOnce() throws Exception {
        terminal.then((request, monitor, t) -> {
            Scripts.sending(request, monitor);
            Outcome outcome = Scripts.approval(request);
            t.acquirer().record(request.reference(), outcome);
            try {
                monitor.outcome(outcome);
                monitor.outcome(outcome);
            } catch (NotDurableException e) {
                throw new AssertionError(e);
            }
            return outcome;
        });
        Order paid = till.sellByCard();
        assertThat(paid.tenders()).hasSize(1);
        assertThat(till.outboxOf(paid)).hasSize(4);
    }

    @Test
    void aDriverThatFailsAfterItToldAnApprovalDoesNotUndoIt() throws Exception {
        terminal.then((request, monitor, t) -> {
            Scripts.approve().run(request, monitor, t);
            throw new IllegalStateException("broken after the confirmation");
        });
        Order order = till.scan(TEA);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        resolve();
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void aDriverThatFailsIsUnknownUntilTheTerminalSaysThatNothingRan() throws Exception {
        for (boolean sends : new boolean[] {false, true}) {
            terminal.then((request, monitor, t) -> {
                if (sends) {
                    Scripts.sending(request, monitor);
                }
                throw new IllegalStateException("driver bug");
            });
            Order order = till.scan(MILK);
            CardResult.NotKnown doubt = (CardResult.NotKnown) till.payCard(order);
            assertThat(doubt.attempt().state()).isEqualTo(AttemptState.UNKNOWN);
            assertThat(doubt.attempt().message()).contains("driver bug");
            resolve();
            assertThat(till.store()
                            .read(v -> v.attempt(doubt.attempt().id()))
                            .orElseThrow()
                            .state())
                    .isEqualTo(AttemptState.FAILED);
        }
    }

    @Test
    void aMissingNativeLibraryDoesNotLeaveThePaymentOpenForEver() throws Exception {
        terminal.then((request, monitor, t) -> {
            throw new UnsatisfiedLinkError("no usb4java in java.library.path");
        });
        assertThat(till.payCard(till.scan(TEA))).isInstanceOf(CardResult.NotKnown.class);
    }

    @Test
    void anApprovalWithoutSendingIsBookedAllTheSame() throws Exception {
        terminal.then((request, monitor, t) -> {
            Outcome outcome = Scripts.approval(request);
            t.acquirer().record(request.reference(), outcome);
            return outcome;
        });
        Order paid = till.sellByCard();
        assertThat(paid.state()).isEqualTo(OrderState.PAID);
        assertThat(till.attemptOf(paid).sentAt()).isNotNull();
    }

    @Test
    void anApprovalToldWithoutSendingIsInDoubtAtOnceAndNeverTakenForUnsent() throws Exception {
        AtomicReference<AttemptState> told = new AtomicReference<>();
        terminal.then((request, monitor, t) -> {
            Outcome outcome = Scripts.approval(request);
            t.acquirer().record(request.reference(), outcome);
            try {
                monitor.outcome(outcome);
            } catch (NotDurableException e) {
                throw new AssertionError(e);
            }
            told.set(till.payments().open().getFirst().state());
            return outcome;
        });
        assertThat(till.sellByCard().state()).isEqualTo(OrderState.PAID);
        assertThat(told.get()).as("what a crash here would leave").isEqualTo(AttemptState.UNKNOWN);
    }

    @Test
    void anAnswerThatDoesNotFitTheQuestionIsDoubted() throws Exception {
        for (Money wrong : new Money[] {pounds(251), pounds(0), Money.of(250, "EUR")}) {
            terminal.then(Scripts.ends(r -> new Outcome.Approved(wrong, Scripts.CARD, TerminalReceipts.NONE)));
            Order order = till.scan(TEA);
            CardResult.NotKnown doubt = (CardResult.NotKnown) till.payCard(order);
            assertThat(doubt.attempt().state()).isEqualTo(AttemptState.UNKNOWN);
            assertThat(doubt.attempt().message()).contains(wrong.toString()).contains("2.50 GBP");
            assertThat(till.order(order.id()).tenders()).isEmpty();

            terminal.answering(past -> new io.keentill.device.terminal.QueryAnswer.NotFound());
            resolve();
            terminal.answeringHonestly();
            assertThat(till.selling().cancel(CLERK)).isInstanceOf(SaleChange.Changed.class);
        }
    }

    @Test
    void whileAPaymentIsUnknownNothingElseIsTakenOrChanged() throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.scan(TEA);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        String line = order.lines().getFirst().id();

        CardResult.Refused again = (CardResult.Refused) till.payCard(order);
        assertThat(again.message()).contains("Nobody is charged twice");
        assertThat(till.selling().payCash(pounds(250), CLERK)).isInstanceOf(SaleChange.Refused.class);
        assertThat(till.selling().scan(MILK, Quantity.ONE, CLERK)).isInstanceOf(SaleChange.Refused.class);
        assertThat(till.selling().setQuantity(line, Quantity.of(2))).isInstanceOf(SaleChange.Refused.class);
        assertThat(till.selling().setLineDiscount(line, null)).isInstanceOf(SaleChange.Refused.class);
        assertThat(till.selling().setOrderDiscount(null)).isInstanceOf(SaleChange.Refused.class);
        assertThat(till.selling().remove(line, CLERK)).isInstanceOf(SaleChange.Refused.class);
        assertThat(till.selling().cancel(CLERK)).isInstanceOf(SaleChange.Refused.class);
        assertThat(till.order(order.id())).isEqualTo(order);
        assertThat(terminal.performs()).isEqualTo(1);
    }

    @Test
    void anotherOrderOnTheSameTerminalWaitsToo() throws Exception {
        Order first = till.scan(TEA);
        till.selling().park("first");
        Order second = till.scan(MILK);
        terminal.then(Scripts.answerLost(Scripts::approval));
        assertThat(till.payCard(second)).isInstanceOf(CardResult.NotKnown.class);

        assertThat(till.selling().recall(first.id())).isInstanceOf(SaleChange.Refused.class);
        PaymentAttempt open = till.payments().open().getFirst();
        assertThat(till.payments().execute(RemoteCommand.sale("CLOUD1", pounds(100))))
                .isInstanceOfSatisfying(
                        Payments.CommandResult.NotNow.class,
                        no -> assertThat(no.message()).contains(open.reference()));
        assertThat(terminal.performs()).isEqualTo(1);
    }

    @Test
    void aSecondPressWhileOneRunsIsRefusedAtOnceAndNeverChargesAfterADecline() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        terminal.then((request, monitor, t) -> {
            Scripts.sending(request, monitor);
            sent.countDown();
            await(go);
            return new Outcome.Declined("05", "No", Scripts.CARD, TerminalReceipts.NONE);
        });
        Order order = till.scan(TEA);
        try (ExecutorService clerk = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CardResult> first = clerk.submit(() -> till.payCard(order));
            await(sent);
            Future<CardResult> second = clerk.submit(() -> till.payCard(order));
            assertThat(second.get(20, TimeUnit.SECONDS)).isInstanceOf(CardResult.Refused.class);
            go.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(CardResult.NotPaid.class);
        }
        assertThat(terminal.performs()).isEqualTo(1);
        assertThat(terminal.acquirer().taken()).isZero();
    }

    @Test
    void amountsThatAreNotDueAreRefused() throws Exception {
        Order order = till.scan(TEA);
        for (long pence : new long[] {251, 0, -1}) {
            assertThat(till.payments().pay(order.id(), pounds(pence), CLERK)).isInstanceOf(CardResult.Refused.class);
        }
        assertThat(till.payments().pay("no such order", pounds(1), CLERK)).isInstanceOf(CardResult.Refused.class);
        till.payCard(order);
        assertThat(till.payments().pay(order.id(), pounds(1), CLERK)).isInstanceOf(CardResult.Refused.class);
        till.payments().use(null);
        assertThat(till.payments().pay(till.scan(TEA).id(), pounds(1), CLERK)).isInstanceOf(CardResult.Refused.class);
        assertThat(terminal.performs()).isEqualTo(1);
    }

    @Test
    void whoChangesTheTerminalGetsTheOldOneToClose() {
        TerminalSession first = till.payments().terminal().orElseThrow();
        TerminalSession next = new FakeTerminal().session();
        assertThat(till.payments().use(next)).isSameAs(first);
        assertThat(till.payments().use(null)).isSameAs(next);
        assertThat(till.payments().terminal()).isEmpty();
    }

    @Test
    void everyOutcomeIsToldOnce() throws Exception {
        Order paid = till.sellByCard();
        assertThat(till.told().stream().filter(TillEvent.PaymentResolved.class::isInstance))
                .hasSize(1);
        assertThat(till.told().getLast()).isEqualTo(new TillEvent.OrderChanged(paid));
    }

    private void resolve() throws Exception {
        try (Recovery recovery = new Recovery(till.payments(), java.time.Duration.ofMillis(20))) {
            io.keentill.engine.support.Eventually.until("nothing open", recovery::resolveAll);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
