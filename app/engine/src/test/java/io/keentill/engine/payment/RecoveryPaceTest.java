package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.engine.Waits;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the terminal is asked again, and that nobody asks it for nothing. Time passes here when the test says so. */
class RecoveryPaceTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration SELDOM = PAUSE.multipliedBy(30);

    private final FakeTerminal terminal = new FakeTerminal();
    private final StoppedTime time = new StoppedTime();
    private final AtomicReference<Thread> asking = new AtomicReference<>();
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
    void whatIsOpenIsAskedAboutOnceAfterEachPause() throws Exception {
        lostPayment();
        terminal.answering(past -> new QueryAnswer.InProgress());
        try (Recovery recovery = recovery()) {
            for (int round = 1; round <= 3; round++) {
                assertThat(time.waitBegun()).isEqualTo(PAUSE);
                assertThat(terminal.queries()).isEqualTo(round);
                time.pass();
            }
            assertThat(recovery).isNotNull();
        }
    }

    /** As a till in a shop asks: however long the terminal was away, what became of a payment is known one pause later. */
    @Test
    void withinTenSecondsOfTheTerminalBeingThereAgainItIsKnown() throws Exception {
        Order order = lostPayment();
        terminal.answering(past -> new QueryAnswer.Unreachable("switched off"));
        try (Recovery recovery = new Recovery(till.payments(), Recovery.PAUSE, time)) {
            for (int inVain = 1; inVain <= 3; inVain++) {
                assertThat(time.waitBegun()).isLessThan(Duration.ofSeconds(10));
                time.pass();
            }
            assertThat(time.waitBegun()).isLessThan(Duration.ofSeconds(10));
            terminal.answeringHonestly();
            time.pass();
            paid(order);
            assertThat(recovery).isNotNull();
        }
    }

    @Test
    void whoSaysThatTheTerminalIsThereAgainNeedNotWait() throws Exception {
        Order order = lostPayment();
        terminal.answering(past -> new QueryAnswer.Unreachable("switched off"));
        try (Recovery recovery = recovery()) {
            assertThat(time.waitBegun()).isEqualTo(PAUSE);
            terminal.answeringHonestly();
            recovery.wake();
            paid(order);
        }
    }

    @Test
    void howeverManySaySoItIsAskedOnce() throws Exception {
        lostPayment();
        CountDownLatch atTerminal = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        terminal.answering(past -> {
            atTerminal.countDown();
            await(goOn);
            return new QueryAnswer.InProgress();
        });
        try (Recovery recovery = recovery()) {
            await(atTerminal);
            recovery.wake();
            recovery.wake();
            recovery.wake();
            goOn.countDown();
            assertThat(time.waitBegun()).as("which ends at once").isEqualTo(PAUSE);
            assertThat(time.waitBegun()).isEqualTo(PAUSE);
            assertThat(terminal.queries()).isEqualTo(2);
            assertThat(time.wakesLeft()).isZero();
        }
    }

    @Test
    void whileNothingIsOpenItSleepsUntilSomethingIs() throws Exception {
        Order first = lostPayment();
        terminal.answering(past -> {
            asking.set(Thread.currentThread());
            return terminal.acquirer().answer(past);
        });
        try (Recovery recovery = recovery()) {
            paid(first);
            atRest();
            assertThat(time.isWaitedFor()).as("no round for nothing").isFalse();
            Order second = lostPayment();
            Eventually.until("the next is paid", () -> {
                // Woken while the payment still holds the terminal, it comes back after one pause.
                time.passIfWaitedFor();
                return till.order(second.id()).state() == OrderState.PAID;
            });
            assertThat(recovery).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDriverThatFailsAtTheQuestionIsAskedAgainAfterAPause(boolean library) throws Exception {
        Order order = lostPayment();
        terminal.answering(past -> {
            if (library) {
                throw new UnsatisfiedLinkError("no jSerialComm");
            }
            throw new IllegalStateException("driver bug");
        });
        try (Recovery recovery = recovery()) {
            assertThat(time.waitBegun()).isEqualTo(PAUSE);
            terminal.answeringHonestly();
            time.pass();
            paid(order);
            assertThat(recovery).isNotNull();
        }
    }

    @Test
    void whatAManagerDecidedIsAskedAboutSeldomAndOnlyUntilTheTerminalHasSpoken() throws Exception {
        String id = till.attemptOf(lostPayment()).id();
        Evidence no = Evidence.nothingMoved(Evidence.Kind.ACQUIRER, "no such payment, said the hotline");
        assertThat(till.payments().decide(id, no, "max", till.patience())).isInstanceOf(OverrideResult.Decided.class);
        terminal.answering(past -> {
            asking.set(Thread.currentThread());
            return new QueryAnswer.Unreachable("switched off");
        });
        try (Recovery recovery = recovery()) {
            assertThat(time.waitBegun()).isEqualTo(SELDOM);
            time.pass();
            assertThat(time.waitBegun()).isEqualTo(SELDOM);
            terminal.answeringHonestly();
            time.pass();
            Eventually.until(
                    "heard",
                    () -> till.store().read(v -> v.decision(id)).orElseThrow().word()
                            == ManagerDecision.Word.CONTRADICTS);
            atRest();
            assertThat(time.isWaitedFor()).as("it has spoken").isFalse();
            assertThat(recovery).isNotNull();
        }
    }

    @Test
    void closedItEndsWhereverItWaits() throws Exception {
        Order order = lostPayment();
        terminal.answering(past -> {
            asking.set(Thread.currentThread());
            return new QueryAnswer.InProgress();
        });
        try (Recovery waiting = recovery()) {
            assertThat(time.waitBegun()).isEqualTo(PAUSE);
            assertThat(waiting).isNotNull();
        }
        ended();
        terminal.answering(past -> {
            asking.set(Thread.currentThread());
            return terminal.acquirer().answer(past);
        });
        try (Recovery asleep = recovery()) {
            paid(order);
            atRest();
            assertThat(asleep).isNotNull();
        }
        ended();
    }

    private Recovery recovery() {
        return new Recovery(till.payments(), PAUSE, time);
    }

    private Order lostPayment() {
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.scan(TEA);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        return order;
    }

    private void paid(Order order) throws Exception {
        Eventually.until("paid", () -> till.order(order.id()).state() == OrderState.PAID);
    }

    /** Many looks in a row: one could catch it between two rounds. */
    private void atRest() throws Exception {
        AtomicInteger inARow = new AtomicInteger();
        Eventually.until("at rest", () -> {
            boolean resting = asking.get().getState() == Thread.State.WAITING;
            return (resting ? inARow.incrementAndGet() : inARow.getAndSet(0)) >= 20;
        });
    }

    private void ended() throws Exception {
        Eventually.until("ended", () -> asking.get().getState() == Thread.State.TERMINATED);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Each wait ends when the test lets its time pass, or when somebody wakes who waits. */
    private static final class StoppedTime implements Waits {

        private final BlockingQueue<Duration> begun = new LinkedBlockingQueue<>();
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile Semaphore waiting = new Semaphore(0);
        private volatile int wakesLeft;

        @Override
        public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
            waiting = wake;
            wakesLeft = wake.availablePermits();
            begun.add(longest);
            wake.acquire();
            return !over.getAndSet(false);
        }

        /** For how long is waited next. */
        Duration waitBegun() throws InterruptedException {
            Duration longest = begun.poll(10, TimeUnit.SECONDS);
            assertThat(longest).as("a wait").isNotNull();
            return longest;
        }

        boolean isWaitedFor() {
            return !begun.isEmpty();
        }

        void pass() {
            over.set(true);
            waiting.release();
        }

        void passIfWaitedFor() {
            if (begun.poll() != null) {
                pass();
            }
        }

        /** How many had woken it before the last wait began. */
        int wakesLeft() {
            return wakesLeft;
        }

        @Override
        public long nanos() {
            throw new UnsupportedOperationException("The recovery asks for no time");
        }

        @Override
        public void sleep(Duration time) {
            throw new UnsupportedOperationException("The recovery waits to be woken");
        }
    }
}
