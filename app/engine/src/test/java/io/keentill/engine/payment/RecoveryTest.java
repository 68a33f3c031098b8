package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.TillEvent;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.HeldAnswer;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.SickDisk;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration NEVER = Duration.ofHours(1);

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
    void aLostApprovalIsFoundAndClosesTheSale() throws Exception {
        Order order = lostPayment();
        try (Recovery recovery = new Recovery(till.payments(), SOON)) {
            Eventually.until("the sale is paid", () -> till.order(order.id()).state() == OrderState.PAID);
            Eventually.until("idle", recovery::resolveAll);
        }
        assertThat(till.attemptOf(order).card().authCode()).isEqualTo("A1B2C3");
        assertThat(terminal.acquirer().references()).hasSize(1);
        assertThat(terminal.performs()).isEqualTo(1);
    }

    @Test
    void aTerminalThatIsAwayKeepsNobodyInTheDarkAboutAPaymentOnAnother() throws Exception {
        lostPayment();
        PaymentAttempt other = new PaymentAttempt(
                        "otherattempt",
                        "BBBBBBBBBB",
                        null,
                        PaymentKind.SALE,
                        pounds(250),
                        "zvt:tcp:127.0.0.1:9",
                        CLERK,
                        null,
                        AttemptState.INTENDED,
                        null,
                        CardDetails.NONE,
                        null,
                        null,
                        till.clock().instant(),
                        null,
                        null)
                .sent("", till.clock().instant());
        till.store().write(tx -> {
            tx.insertAttempt(other);
            return other;
        });
        HeldAnswer timeOut = new HeldAnswer(new QueryAnswer.Unreachable("switched off"));
        terminal.answering(timeOut);
        try (Recovery recovery = new Recovery(till.payments(), SOON)) {
            Eventually.until("in doubt", () -> state(other) == AttemptState.UNKNOWN);
            assertThat(recovery).isNotNull();
        } finally {
            timeOut.give();
        }
    }

    private AttemptState state(PaymentAttempt attempt) throws Exception {
        return till.store()
                .read(view -> view.attemptByReference(attempt.reference()))
                .orElseThrow()
                .state();
    }

    @Test
    void theRecoveryWakesByItselfWhenAPaymentBecomesUnknown() throws Exception {
        try (Recovery recovery = new Recovery(till.payments(), SOON)) {
            Eventually.until("idle", recovery::resolveAll);
            Order order = lostPayment();
            Eventually.until("the sale is paid", () -> till.order(order.id()).state() == OrderState.PAID);
        }
    }

    @Test
    void aTerminalThatHasToldIsReachedAndOneThatCouldNotBeAskedIsNot() throws Exception {
        lostPayment();
        TerminalSession session = till.payments().terminal().orElseThrow();
        terminal.answering(past -> new QueryAnswer.Unreachable("switched off"));
        try (Recovery recovery = new Recovery(till.payments(), SOON)) {
            Eventually.until("asked in vain", () -> terminal.queries() >= 2);
            assertThat(recovery).isNotNull();
        }
        assertThat(session.lastStatus().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
        assertThat(session.lastStatus().message()).hasToString("switched off");
        terminal.answeringHonestly();
        resolveAll();
        assertThat(session.lastStatus().state()).isEqualTo(TerminalStatus.State.READY);
    }

    @Test
    void aPartialApprovalWhoseAnswerWasLostIsBookedAsFarAsItWent() throws Exception {
        terminal.then(Scripts.answerLost(
                r -> new Outcome.PartiallyApproved(pounds(100), r.amount(), Scripts.CARD, TerminalReceipts.NONE)));
        Order order = till.scan(TEA);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        resolveAll();
        assertThat(till.order(order.id()).due()).isEqualTo(pounds(150));
        assertThat(till.attemptOf(order).approved()).isEqualTo(pounds(100));
        assertThat(till.payCard(till.order(order.id()))).isInstanceOf(CardResult.Paid.class);
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void aRequestThatNeverArrivedFreesTheOrderForAnotherTry() throws Exception {
        terminal.then(Scripts.requestLost());
        Order order = till.scan(TEA);
        till.payCard(order);
        resolveAll();
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.FAILED);
        assertThat(till.attemptOf(order).message()).contains("Nothing was charged");
        assertThat(till.payCard(order)).isInstanceOf(CardResult.Paid.class);
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void whatCannotBeAnsweredYetIsAskedAgain() throws Exception {
        for (QueryAnswer notYet : new QueryAnswer[] {
            new QueryAnswer.InProgress(),
            new QueryAnswer.CannotTell("another was last"),
            new QueryAnswer.Unreachable("off")
        }) {
            Order order = lostPayment();
            terminal.answering(past -> notYet);
            int before = terminal.queries();
            try (Recovery recovery = new Recovery(till.payments(), SOON)) {
                Eventually.until("asked three times", () -> terminal.queries() >= before + 3);
                assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.UNKNOWN);
                terminal.answeringHonestly();
                Eventually.until("paid", () -> till.order(order.id()).state() == OrderState.PAID);
            }
        }
    }

    @Test
    void aQueryThatThrowsIsAskedAgain() throws Exception {
        Order order = lostPayment();
        terminal.answering(past -> {
            throw new IllegalStateException("driver bug");
        });
        try (Recovery recovery = new Recovery(till.payments(), SOON)) {
            Eventually.until("asked", () -> terminal.queries() >= 2);
            terminal.answeringHonestly();
            Eventually.until("paid", () -> till.order(order.id()).state() == OrderState.PAID);
            Eventually.until("idle", recovery::resolveAll);
        }
    }

    @Test
    void aFoundAnswerThatDoesNotFitStaysUnknownAndIsNotAskedInAHotLoop() throws Exception {
        Order order = lostPayment();
        terminal.answering(
                past -> new QueryAnswer.Found(new Outcome.Approved(pounds(999), Scripts.CARD, TerminalReceipts.NONE)));
        try (Recovery recovery = new Recovery(till.payments(), NEVER)) {
            Eventually.until("asked", () -> terminal.queries() > 0);
            assertThat(recovery).isNotNull();
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
        }
        assertThat(terminal.queries()).isLessThanOrEqualTo(2);
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(till.told().stream().filter(TillEvent.PaymentResolved.class::isInstance))
                .hasSize(1);
    }

    @Test
    void theTerminalIsAskedWithWhatItNeeds() throws Exception {
        Duration beforeItLeft = Duration.ofSeconds(7);
        Instant begun = till.clock().instant();
        terminal.then((request, monitor, t) -> {
            till.clock().jump(beforeItLeft);
            return Scripts.answerLost(Scripts::approval).run(request, monitor, t);
        });
        Order order = till.scan(TEA);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        till.clock().jump(Duration.ofMinutes(1));
        String reference = till.attemptOf(order).reference();
        terminal.answering(past -> {
            assertThat(past.reference()).isEqualTo(reference);
            assertThat(past.amount()).isEqualTo(pounds(250));
            assertThat(past.recoveryHint()).isEqualTo("hint " + reference);
            assertThat(past.sentAt()).isEqualTo(begun.plus(beforeItLeft));
            return terminal.acquirer().answer(past);
        });
        resolveAll();
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void whatWasFoundSentAfterAStopIsInDoubtSoThatAManagerCanDecide() throws Exception {
        terminal.atCheckpoints(where -> {
            if (where.equals("sent")) {
                SickDisk.fillUp(till.clock());
            }
        });
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.scan(TEA);
        till.payCard(order);
        SickDisk.freeSpace(till.clock());
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.SENT);
        terminal.answering(past -> new QueryAnswer.InProgress());
        try (Recovery recovery = new Recovery(till.payments(), NEVER)) {
            Eventually.until("in doubt", () -> till.attemptOf(order).state() == AttemptState.UNKNOWN);
            assertThat(recovery).isNotNull();
        }
        assertThat(till.attemptOf(order).message()).contains("stopped before the terminal had answered");
    }

    @Test
    void anotherTerminalIsNeverAskedAboutAPaymentThatIsNotItsOwn() throws Exception {
        Order order = lostPayment();
        FakeTerminal other = new FakeTerminal();
        till.payments()
                .use(new TerminalSession(
                        io.keentill.device.terminal.TerminalAddress.parse("fake:tcp:127.0.0.1:2"), other));
        try (Recovery recovery = new Recovery(till.payments(), NEVER)) {
            assertThat(recovery.resolveAll()).isFalse();
        }
        assertThat(other.queries()).isZero();
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.UNKNOWN);
    }

    private Order lostPayment() {
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.scan(TEA);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        return order;
    }

    private void resolveAll() throws Exception {
        try (Recovery recovery = new Recovery(till.payments(), SOON)) {
            Eventually.until("nothing open", recovery::resolveAll);
        }
    }
}
