package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.Evidence.Kind;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.shop.Role;
import io.keentill.engine.TillEvent;
import io.keentill.engine.Waits;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.HeldAnswer;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.engine.support.VirtualTime;
import io.keentill.store.JournalEntry;
import io.keentill.store.TaskRow;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager decides where no terminal can answer. */
class OverridesTest {

    private static final String PIN = "4711";
    private static final Evidence PAID =
            Evidence.moved(Kind.PAPER_SLIP, "customer copy, 10:02, visa 4242", pounds(250), "A1B2C3");
    private static final Evidence NOT_PAID = Evidence.nothingMoved(Kind.ACQUIRER, "no such payment, said the hotline");

    private final FakeTerminal terminal = new FakeTerminal();
    private TestTill till;
    private Overrides overrides;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
        till.staff().add("Max", Role.MANAGER, PIN);
        till.staff().add("Cleo", Role.CLERK, "1111");
        overrides = new Overrides(till.payments(), Waits.REAL, till.staff());
        terminal.answering(past -> new QueryAnswer.CannotTell("another was last"));
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void aSlipPaysTheSale() throws Exception {
        Order order = unknown();
        long before = till.store().commits();
        PaymentAttempt decided = decided(overrides.decide(attempt(order).id(), PAID, PIN));
        assertThat(till.store().commits() - before).as("the PIN, the decision").isEqualTo(2);
        assertThat(decided.state()).isEqualTo(AttemptState.OVERRIDDEN);
        assertThat(decided.moved()).isTrue();
        assertThat(decided.card().authCode()).isEqualTo("A1B2C3");
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(till.order(order.id()).receiptNumber()).isEqualTo(1);
        assertThat(till.outboxOf(order)).hasSize(4);
        assertThat(till.payments().open()).isEmpty();
        assertThat(till.told())
                .contains(new TillEvent.PaymentResolved(decided), new TillEvent.OrderChanged(till.order(order.id())));
        JournalEntry entry = journalled("payment.overridden").getFirst();
        assertThat(entry.actor())
                .isEqualTo(till.store()
                        .read(v -> v.decision(decided.id()))
                        .orElseThrow()
                        .manager());
        assertThat(entry.detail())
                .contains("PAPER_SLIP", "customer copy", "A1B2C3", "250")
                .doesNotContain(PIN);
        assertThat(till.sellByCard().receiptNumber())
                .as("the terminal is free again")
                .isEqualTo(2);
    }

    @Test
    void theWordThatNothingMovedFreesTheSale() throws Exception {
        Order order = unknown();
        decided(overrides.decide(attempt(order).id(), NOT_PAID, PIN));
        assertThat(till.order(order.id())).isEqualTo(order);
        assertThat(till.selling().payCash(pounds(250), CLERK)).isInstanceOf(SaleChange.Closed.class);
    }

    @Test
    void lessThanAskedLeavesTheRestDue() throws Exception {
        Order order = unknown();
        Evidence part = Evidence.moved(Kind.TERMINAL_SCREEN, "last payment on the screen", pounds(100), "77");
        decided(overrides.decide(attempt(order).id(), part, PIN));
        assertThat(till.order(order.id()).due()).isEqualTo(pounds(150));
    }

    @Test
    void onlyAManagerDecidesAndOnlyWithThePin() throws Exception {
        String id = attempt(unknown()).id();
        assertThat(overrides.decide(id, PAID, "0000")).isEqualTo(new OverrideResult.WrongPin(4));
        assertThat(refused(overrides.decide(id, PAID, "1111"))).contains("Cleo may not decide");
        for (int i = 0; i < 4; i++) {
            overrides.decide(id, PAID, "0000");
        }
        assertThat(overrides.decide(id, PAID, PIN)).isInstanceOf(OverrideResult.LockedOut.class);
        assertThat(till.payments().attempt(id).orElseThrow().state()).isEqualTo(AttemptState.UNKNOWN);
    }

    @Test
    void onlyWhatIsUnknownIsDecided() throws Exception {
        assertThat(refused(overrides.decide("none", PAID, PIN))).contains("no such payment");
        Order paid = till.sellByCard();
        assertThat(refused(overrides.decide(attempt(paid).id(), PAID, PIN))).contains("approved");
        String id = attempt(unknown()).id();
        decided(overrides.decide(id, NOT_PAID, PIN));
        assertThat(refused(overrides.decide(id, PAID, PIN))).contains("already");
    }

    @Test
    void aRunningPaymentIsNotDecided() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        terminal.atCheckpoints(where -> {
            if (where.equals("told")) {
                told.countDown();
                await(go);
            }
        });
        Order order = till.scan(TEA);
        try (ExecutorService clerk = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CardResult> running = clerk.submit(() -> till.payCard(order));
            await(told);
            assertThat(refused(overrides.decide(attempt(order).id(), NOT_PAID, PIN)))
                    .contains("running");
            go.countDown();
            assertThat(running.get(10, TimeUnit.SECONDS)).isInstanceOf(CardResult.Paid.class);
        }
    }

    @Test
    void aManagerWaitsForTheTillsOwnQuestionAndIsNotSentAway() throws Exception {
        String id = attempt(unknown()).id();
        HeldAnswer answer = new HeldAnswer(new QueryAnswer.Unreachable("switched off"));
        terminal.answering(answer);
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofHours(1));
                ExecutorService manager = Executors.newVirtualThreadPerTaskExecutor()) {
            answer.awaitQuestion();
            Future<OverrideResult> decided = manager.submit(() -> overrides.decide(id, PAID, PIN));
            assertThatThrownBy(() -> decided.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            answer.give();
            assertThat(decided(decided.get(10, TimeUnit.SECONDS)).state()).isEqualTo(AttemptState.OVERRIDDEN);
        }
    }

    @Test
    void aQuestionThatNeverEndsSendsTheManagerAwayInTheEnd() throws Exception {
        String id = attempt(unknown()).id();
        HeldAnswer answer = new HeldAnswer(new QueryAnswer.CannotTell("another was last"));
        terminal.answering(answer);
        VirtualTime time = new VirtualTime(Duration.ZERO);
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofHours(1))) {
            answer.awaitQuestion();
            Overrides impatient = new Overrides(till.payments(), time, till.staff());
            assertThat(refused(impatient.decide(id, PAID, PIN))).contains("Try again in a moment");
            assertThat(Duration.ofNanos(time.nanos())).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
        } finally {
            answer.give();
        }
        assertThat(till.payments().open())
                .singleElement()
                .satisfies(open -> assertThat(open.id()).isEqualTo(id));
    }

    @Test
    void aTerminalThatSaysTheSameLaterConfirms() throws Exception {
        Order order = unknown();
        String id = attempt(order).id();
        decided(overrides.decide(id, PAID, PIN));
        terminal.answeringHonestly();
        confirm();
        assertThat(word(id)).isEqualTo(ManagerDecision.Word.AGREES);
        assertThat(tasks()).isEmpty();
        assertThat(journalled("payment.confirmed")).hasSize(1);
        int asked = terminal.queries();
        confirm();
        assertThat(terminal.queries()).as("asked no more").isEqualTo(asked);
    }

    @Test
    void theTerminalsFirstWordIsTheOneThatCounts() throws Exception {
        String id = attempt(unknown()).id();
        PaymentAttempt decided = decided(overrides.decide(id, PAID, PIN));
        till.payments().settle(decided, new Outcome.Approved(pounds(250), Scripts.CARD, Outcome.TerminalReceipts.NONE));
        till.payments().settle(decided, new Outcome.Failed("Nothing ran"));
        assertThat(word(id)).isEqualTo(ManagerDecision.Word.AGREES);
        assertThat(tasks()).isEmpty();
        assertThat(journalled("payment.confirmed")).hasSize(1);
    }

    @Test
    void aTerminalThatSaysOtherwiseIsATaskAndChangesNoMoney() throws Exception {
        Order order = unknown();
        String id = attempt(order).id();
        decided(overrides.decide(id, NOT_PAID, PIN));
        Order inCash = ((SaleChange.Closed) till.selling().payCash(pounds(250), CLERK)).order();
        terminal.answeringHonestly();
        confirm();
        assertThat(word(id)).isEqualTo(ManagerDecision.Word.CONTRADICTS);
        assertThat(tasks()).singleElement().satisfies(t -> {
            assertThat(t.subject()).isEqualTo(id);
            assertThat(t.text()).contains("2.50 GBP moved", "charged more than was booked", "Nothing was changed");
        });
        assertThat(till.order(order.id())).isEqualTo(inCash);
        assertThat(till.payments().attempt(id).orElseThrow().state()).isEqualTo(AttemptState.OVERRIDDEN);
        assertThat(journalled("payment.contradicted")).hasSize(1);
        confirm();
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void soIsOneThatNeverTookWhatTheSlipSaid() throws Exception {
        Order order = unknown();
        decided(overrides.decide(attempt(order).id(), PAID, PIN));
        terminal.answering(past -> new QueryAnswer.NotFound());
        confirm();
        assertThat(tasks()).singleElement().satisfies(t -> assertThat(t.text()).contains("Less was taken"));
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void theRecoveryAsksByItselfWhatWasDecided() throws Exception {
        String id = attempt(unknown()).id();
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(2))) {
            assertThat(recovery.resolveAll()).isFalse();
            Eventually.until("decided", () -> overrides.decide(id, PAID, PIN) instanceof OverrideResult.Decided);
            terminal.answeringHonestly();
            Eventually.until("confirmed", () -> word(id) == ManagerDecision.Word.AGREES);
        }
    }

    @Test
    void aTerminalThatIsAwayBlocksUntilThen() throws Exception {
        terminal.answering(past -> new QueryAnswer.CannotTell("RevKeen shows it as timed_out"));
        Order order = unknown();
        till.selling().park("in doubt");
        Order next = till.scan(TEA);
        assertThat(till.payCard(next)).isInstanceOf(CardResult.Refused.class);
        decided(overrides.decide(attempt(order).id(), NOT_PAID, PIN));
        assertThat(till.payCard(next)).isInstanceOf(CardResult.Paid.class);
    }

    @Test
    void evidenceIsChecked() throws Exception {
        String id = attempt(unknown()).id();
        assertThat(refused(overrides.decide(id, Evidence.nothingMoved(Kind.ACQUIRER, " "), PIN)))
                .contains("Write down");
        assertThat(refused(overrides.decide(
                        id, Evidence.nothingMoved(Kind.PAPER_SLIP, "card 4111 1111 1111 1111 declined"), PIN)))
                .contains("card number");
        assertThat(refused(overrides.decide(id, new Evidence(Kind.PAPER_SLIP, "a slip", pounds(250), null), PIN)))
                .contains("authorisation code");
        assertThat(refused(overrides.decide(id, Evidence.moved(Kind.PAPER_SLIP, "a slip", pounds(251), "AB12"), PIN)))
                .contains("cannot have been approved");
        assertThat(refused(overrides.decide(id, new Evidence(Kind.PAPER_SLIP, "a slip", null, "AB12"), PIN)))
                .contains("not approved");
    }

    private Order unknown() {
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.selling().current().orElseGet(() -> till.scan(TEA));
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        return order;
    }

    private PaymentAttempt attempt(Order order) throws Exception {
        return till.attemptOf(order);
    }

    private void confirm() throws Exception {
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofHours(1))) {
            Eventually.until("all confirmed", recovery::confirmAll);
        }
    }

    private ManagerDecision.Word word(String id) throws Exception {
        return till.store().read(v -> v.decision(id)).orElseThrow().word();
    }

    private List<TaskRow> tasks() throws Exception {
        return till.store().read(View::openTasks);
    }

    private List<JournalEntry> journalled(String type) throws Exception {
        return till.store().read(view -> view.journal(0, 10_000)).stream()
                .filter(e -> e.type().equals(type))
                .toList();
    }

    private static PaymentAttempt decided(OverrideResult result) {
        assertThat(result).isInstanceOf(OverrideResult.Decided.class);
        return ((OverrideResult.Decided) result).attempt();
    }

    private static String refused(OverrideResult result) {
        assertThat(result).isInstanceOf(OverrideResult.Refused.class);
        return ((OverrideResult.Refused) result).message().toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
