package io.keentill.engine.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import io.keentill.store.TaskRow;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test payment goes back by itself, and is a task until it has. */
class TestPaymentTest {

    private static final String WHO = "bea";

    private final FakeTerminal terminal =
            new FakeTerminal().able(Capability.REVERSAL, Capability.LINKED_REFUND, Capability.QUERY_BY_REFERENCE);
    private final List<TerminalRequest> requests = new ArrayList<>();
    private final List<Integer> tasksWhenSent = new ArrayList<>();
    private TestTill till;
    private TestPayment tests;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
        tests = new TestPayment(till.store(), till.payments(), till.ids(), till.clock());
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    private TestPaymentResult run() {
        return tests.run(TestTill.pounds(100), WHO);
    }

    private FakeTerminal.Script approved() {
        return Scripts.ends(request -> {
            requests.add(request);
            tasksWhenSent.add(tasks().size());
            return new Outcome.Approved(request.amount(), CardDetails.NONE, Outcome.TerminalReceipts.NONE);
        });
    }

    private List<TaskRow> tasks() {
        try {
            return till.store().read(View::openTasks);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<PaymentKind> kinds() throws Exception {
        return till.store().read(view -> view.recentAttempts(10)).reversed().stream()
                .map(PaymentAttempt::kind)
                .toList();
    }

    @Test
    void itIsTakenAndUndone() throws Exception {
        terminal.then(approved()).then(approved());
        assertThat(run()).isInstanceOfSatisfying(TestPaymentResult.GivenBack.class, done -> {
            assertThat(done.sale().approved()).isEqualTo(TestTill.pounds(100));
            assertThat(done.back().kind()).isEqualTo(PaymentKind.REVERSAL);
            assertThat(done.back().originalId()).isEqualTo(done.sale().id());
        });
        assertThat(tasksWhenSent)
                .as("a crash from the first byte on forgets nothing")
                .containsExactly(1, 1);
        assertThat(tasks()).isEmpty();
        assertThat(kinds()).containsExactly(PaymentKind.SALE, PaymentKind.REVERSAL);
    }

    @Test
    void whatTheTerminalWillNotUndoIsRefunded() throws Exception {
        terminal.then(approved()).then(Scripts.decline()).then(approved());
        assertThat(run())
                .isInstanceOfSatisfying(
                        TestPaymentResult.GivenBack.class,
                        done -> assertThat(done.back().kind()).isEqualTo(PaymentKind.REFUND));
        assertThat(kinds()).containsExactly(PaymentKind.SALE, PaymentKind.REVERSAL, PaymentKind.REFUND);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aVoidInDoubtIsNeverFollowedByARefund() throws Exception {
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(approved())
                .then(Scripts.answerLost(
                        r -> new Outcome.Approved(r.amount(), CardDetails.NONE, Outcome.TerminalReceipts.NONE)));
        assertThat(run())
                .isInstanceOfSatisfying(
                        TestPaymentResult.Kept.class,
                        kept -> assertThat(kept.message()).contains("do not give it back again"));
        assertThat(kinds()).containsExactly(PaymentKind.SALE, PaymentKind.REVERSAL);
        assertThat(tasks()).hasSize(1);
        terminal.answeringHonestly();
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(20))) {
            recovery.wake();
            Eventually.until("the void is known", () -> till.payments().open().isEmpty());
        }
        assertThat(tests.unfinished()).isEmpty();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aSaleInDoubtIsAskedAboutAndGivenBackOnceItIsKnown() throws Exception {
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(
                r -> new Outcome.Approved(r.amount(), CardDetails.NONE, Outcome.TerminalReceipts.NONE)));
        assertThat(run()).isInstanceOf(TestPaymentResult.NotKnown.class);
        PaymentAttempt sale = tests.unfinished().getFirst();
        assertThat(tests.giveBack(sale.id(), WHO))
                .as("nothing goes back before it is known")
                .isInstanceOf(TestPaymentResult.NotKnown.class);
        assertThat(run()).as("and nothing is tried again").isInstanceOf(TestPaymentResult.Refused.class);
        terminal.answeringHonestly();
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(20))) {
            recovery.wake();
            Eventually.until("it is known", () -> till.payments().open().isEmpty());
        }
        assertThat(tests.unfinished()).extracting(PaymentAttempt::state).containsExactly(AttemptState.APPROVED);
        terminal.then(approved());
        assertThat(tests.giveBack(sale.id(), WHO)).isInstanceOf(TestPaymentResult.GivenBack.class);
        assertThat(tests.unfinished()).isEmpty();
        assertThat(tests.giveBack(sale.id(), WHO))
                .as("never twice")
                .isInstanceOfSatisfying(
                        TestPaymentResult.Kept.class,
                        kept -> assertThat(kept.message()).contains("is left"));
    }

    @Test
    void whatTookNothingLeavesNothing() {
        terminal.then(Scripts.decline());
        assertThat(run()).isInstanceOf(TestPaymentResult.NotTaken.class);
        assertThat(tasks()).isEmpty();
        terminal.then(Scripts.notReachable());
        assertThat(run()).isInstanceOf(TestPaymentResult.NotTaken.class);
        assertThat(tasks()).isEmpty();
        assertThat(tests.run(TestTill.pounds(0), WHO)).isInstanceOf(TestPaymentResult.Refused.class);
        assertThat(terminal.performs()).isEqualTo(2);
    }

    @Test
    void aTerminalWithoutAWayBackLeavesATask() {
        terminal.able(Capability.CANCEL).then(approved());
        assertThat(run())
                .isInstanceOfSatisfying(
                        TestPaymentResult.Kept.class,
                        kept -> assertThat(kept.message()).contains("at the terminal itself"));
        assertThat(tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.text()).contains("1.00").contains("not known to be given back"));
    }

    @Test
    void itGoesBackOnTheTerminalThatTookItAndOnNoOther() throws Exception {
        terminal.able(Capability.CANCEL).then(approved());
        PaymentAttempt sale = ((TestPaymentResult.Kept) run()).sale();
        FakeTerminal other = new FakeTerminal().able(Capability.REVERSAL, Capability.REFUND);
        till.payments().use(new TerminalSession(TerminalAddress.parse("fake:tcp:127.0.0.1:2"), other));
        assertThat(tests.giveBack(sale.id(), WHO))
                .isInstanceOfSatisfying(
                        TestPaymentResult.Kept.class,
                        kept -> assertThat(kept.message()).contains("taken on " + FakeTerminal.ADDRESS));
        assertThat(other.performs()).isZero();
        assertThat(tests.unfinished()).containsExactly(sale);
    }

    @Test
    void whatTheTerminalSaysToTheWayBackIsPassedOn() {
        terminal.able(Capability.REVERSAL).then(approved()).then(Scripts.decline());
        assertThat(run())
                .isInstanceOfSatisfying(
                        TestPaymentResult.Kept.class,
                        kept -> assertThat(kept.message()).endsWith("did not give it back: Do not honour"));
    }

    @Test
    void oneThatIsGivenBackEndsItsOwnTaskAlone() throws Exception {
        terminal.able(Capability.CANCEL).then(approved());
        PaymentAttempt kept = ((TestPaymentResult.Kept) run()).sale();
        till.store().write(tx -> {
            tx.saveTask(TaskRow.open(
                    "t1",
                    "payment.contradicted",
                    "no such payment",
                    Sentence.quoted("Look at it"),
                    till.clock().instant()));
            return true;
        });
        terminal.able(Capability.REVERSAL).then(approved()).then(approved());
        TestPaymentResult.GivenBack back = (TestPaymentResult.GivenBack) run();
        assertThat(tasks()).extracting(TaskRow::subject).containsExactlyInAnyOrder(kept.id(), "no such payment");
        assertThat(tests.unfinished()).containsExactly(kept);
        assertThat(till.store().<List<JournalEntry>>read(view -> view.journal(0, 10_000)))
                .filteredOn(e -> e.type().equals("test_payment.finished"))
                .singleElement()
                .satisfies(e -> assertThat(e.subject()).isEqualTo(back.sale().id()));
    }

    @Test
    void anotherKindOfTaskAboutATestPaymentIsNotItsOwn() throws Exception {
        terminal.then(approved()).then(approved());
        PaymentAttempt sale = ((TestPaymentResult.GivenBack) run()).sale();
        till.store().write(tx -> {
            tx.saveTask(TaskRow.open(
                    "t1",
                    "payment.contradicted",
                    sale.id(),
                    Sentence.quoted("Look at it"),
                    till.clock().instant()));
            return true;
        });
        tests.reconcile();
        assertThat(tasks()).extracting(TaskRow::id).containsExactly("t1");
    }

    @Test
    void lookingAtThemWritesNothing() throws Exception {
        terminal.able(Capability.CANCEL).then(approved());
        run();
        long before = till.store().commits();
        assertThat(tests.unfinished()).hasSize(1);
        assertThat(till.store().commits()).isEqualTo(before);
    }
}
