package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import io.keentill.domain.money.Money;
import java.io.IOException;
import java.time.Duration;
import java.util.Currency;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class DriverScenarioTest {

    enum Line {
        TCP,
        SERIAL;

        Bench open() throws IOException {
            return open(Bench.settings(), "");
        }

        Bench open(EmulatorSettings settings, String options) throws IOException {
            return this == TCP ? Bench.tcp(settings, options) : Bench.serial(settings, options);
        }
    }

    @ParameterizedTest
    @EnumSource
    void approves(Line line) throws IOException {
        try (Bench bench = line.open()) {
            Recorder monitor = new Recorder();
            Outcome outcome = bench.pay(1000, monitor);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Approved.class, approved -> {
                assertThat(approved.amount()).isEqualTo(Money.of(1000, "EUR"));
                assertThat(approved.card().lastFour()).isEqualTo("0042");
                assertThat(approved.card().scheme()).isEqualTo("GIROCARD");
                assertThat(approved.card().traceNumber()).isEqualTo("000001");
            });
            assertThat(monitor.outcomes).containsExactly(outcome);
            assertThat(monitor.hint).isEqualTo("zvt1;none=1");
            assertThat(bench.charged()).isEqualTo(1000);
            Recorder second = new Recorder();
            assertThat(bench.pay(250, second)).isInstanceOf(Outcome.Approved.class);
            assertThat(second.hint).startsWith("zvt1;trace=1;receipt=1;sync=");
            assertThat(bench.charged()).isEqualTo(1250);
            assertThat(String.join("\n", bench.trace)).doesNotContain("672799").contains("040F".substring(0, 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void declinesAndStopsAtTheTerminal(Line line) throws IOException {
        try (Bench bench = line.open()) {
            bench.emulator.next(new NextOutcome.Decline(0x05));
            assertThat(bench.pay(1000, new Recorder()))
                    .isInstanceOfSatisfying(
                            Outcome.Declined.class, it -> assertThat(it.code()).isEqualTo("05"));
            bench.emulator.next(new NextOutcome.CancelAtTerminal());
            Recorder monitor = new Recorder();
            assertThat(bench.pay(1000, monitor)).isInstanceOf(Outcome.Cancelled.class);
            assertThat(monitor.outcomes).hasSize(1);
            assertThat(bench.charged()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsFromTheTill(Line line) throws Exception {
        try (Bench bench = line.open()) {
            bench.emulator.next(new NextOutcome.Slow(Duration.ofSeconds(60)));
            Recorder monitor = new Recorder();
            CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(() -> bench.pay(1000, monitor));
            while (monitor.progress.stream().noneMatch(it -> it.stage() == Progress.Stage.WAITING_FOR_CARD)) {
                LockSupport.parkNanos(1_000_000);
            }
            bench.terminal.requestCancel("another");
            bench.terminal.requestCancel("R1000");
            assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Cancelled.class);
            assertThat(monitor.progress).anyMatch(it -> it.stage() == Progress.Stage.CANCELLING);
            assertThat(bench.charged()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void approvesLessWithPinRetrySlowBusyAndDuplicate(Line line) throws IOException {
        try (Bench bench = line.open(Bench.settings(), "t4=2")) {
            bench.emulator.next(new NextOutcome.Partial(600));
            assertThat(bench.pay(1000, new Recorder()))
                    .isInstanceOfSatisfying(
                            Outcome.PartiallyApproved.class,
                            it -> assertThat(it.amount().minor()).isEqualTo(600));
            bench.emulator.next(new NextOutcome.PinRetry());
            Recorder pin = new Recorder();
            assertThat(bench.pay(100, pin)).isInstanceOf(Outcome.Approved.class);
            assertThat(pin.progress).anyMatch(it -> it.text().toString().startsWith("Wrong PIN"));
            bench.emulator.next(new NextOutcome.Slow(Duration.ofMillis(2500)));
            assertThat(bench.pay(10, new Recorder())).as("longer than T4").isInstanceOf(Outcome.Approved.class);
            bench.emulator.next(new NextOutcome.Busy(3));
            assertThat(bench.pay(5, new Recorder())).isInstanceOf(Outcome.Approved.class);
            bench.emulator.next(new NextOutcome.Duplicate());
            Recorder twice = new Recorder();
            assertThat(bench.pay(1, twice)).isInstanceOf(Outcome.Approved.class);
            assertThat(twice.outcomes).hasSize(1);
            assertThat(bench.charged()).isEqualTo(716);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutCompletionAnApprovalStands(Line line) throws IOException {
        try (Bench bench = line.open(Bench.settings(), "done=0.6")) {
            bench.emulator.next(new NextOutcome.NoCompletion());
            assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Approved.class);
            bench.emulator.next(new NextOutcome.NoStatus());
            Recorder monitor = new Recorder();
            assertThat(bench.pay(300, monitor)).isInstanceOf(Outcome.Approved.class);
            assertThat(monitor.outcomes).hasSize(1);
            assertThat(bench.charged()).isEqualTo(1300);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lostAnswersAreFoundAgain(Line line) throws IOException {
        for (CommitPolicy policy : CommitPolicy.values()) {
            for (NextOutcome loss : new NextOutcome[] {
                new NextOutcome.DropAnswer(false),
                new NextOutcome.DropAnswer(true),
                new NextOutcome.Reboot(),
                new NextOutcome.Garbage()
            }) {
                if (line == Line.SERIAL && loss instanceof NextOutcome.DropAnswer(boolean hang) && !hang) {
                    continue;
                }
                try (Bench bench = line.open(Bench.hasty(), "t4=1.5&done=1.5")) {
                    bench.paid(111);
                    bench.emulator.policy(policy);
                    bench.emulator.next(loss);
                    Recorder monitor = new Recorder();
                    Outcome outcome = bench.pay(1000, monitor);
                    boolean stands = bench.charged() == 1111;
                    assertThat(stands).as("%s %s", policy, loss).isEqualTo(policy == CommitPolicy.BOOKS_AT_HOST);
                    if (outcome instanceof Outcome.Unknown) {
                        bench.restartTill();
                        QueryAnswer answer = bench.query(Bench.sale(1000), monitor);
                        assertThat(answer).as("%s %s %s", policy, loss, outcome).isInstanceOf(QueryAnswer.Found.class);
                        outcome = ((QueryAnswer.Found) answer).outcome();
                    }
                    assertThat(outcome instanceof Outcome.Approved)
                            .as("%s %s %s", policy, loss, outcome)
                            .isEqualTo(stands);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatCannotStoreDoesNotConfirm(Line line) throws IOException {
        try (Bench bench = line.open()) {
            Recorder full = new Recorder(false, true);
            assertThat(bench.pay(1000, full)).isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.charged()).isZero();
            assertThat(bench.query(Bench.sale(1000), full))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            it -> assertThat(it.outcome()).isInstanceOf(Outcome.Cancelled.class));
            assertThat(bench.pay(1000, new Recorder(true, false))).isInstanceOf(Outcome.Failed.class);
            assertThat(bench.charged()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void reversesRefundsAndClosesTheDay(Line line) throws IOException {
        try (Bench bench = line.open()) {
            Outcome.Approved sale = (Outcome.Approved) bench.pay(1000, new Recorder());
            bench.pay(700, new Recorder());
            Money ten = Money.of(1000, "EUR");
            assertThat(bench.terminal.perform(
                            new TerminalRequest.Reversal("V1", ten, original(ten, sale)), new Recorder()))
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(700);
            assertThat(bench.terminal.perform(
                            new TerminalRequest.Reversal("V2", ten, original(ten, sale)), new Recorder()))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, it -> assertThat(it.message()).contains("reversed before"));
            TerminalRequest refund = new TerminalRequest.Refund("F1", Money.of(200, "EUR"));
            assertThat(bench.terminal.perform(refund, new Recorder())).isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(500);
            bench.emulator.policy(CommitPolicy.BOOKS_AT_HOST);
            bench.emulator.next(new NextOutcome.DropAnswer(line == Line.SERIAL));
            TerminalRequest lost = new TerminalRequest.Refund("F2", Money.of(100, "EUR"));
            Recorder monitor = new Recorder();
            Outcome outcome = bench.terminal.perform(lost, monitor);
            assertThat(outcome instanceof Outcome.Approved
                            || bench.query(lost, monitor) instanceof QueryAnswer.Found(Outcome.Approved _))
                    .isTrue();
            assertThat(bench.terminal.settle(Currency.getInstance("EUR")))
                    .isInstanceOfSatisfying(Settlement.Closed.class, closed -> {
                        assertThat(closed.totals().count()).isEqualTo(3);
                        assertThat(closed.totals().net()).isEqualTo(Money.of(400, "EUR"));
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysHowItIs(Line line) throws IOException {
        try (Bench bench = line.open()) {
            assertThat(bench.terminal.status())
                    .isEqualTo(new TerminalStatus(TerminalStatus.State.READY, "", "68001234", "Emulator"));
            bench.restartTillInAHurry();
            bench.emulator.close();
            assertThat(bench.terminal.status().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
            assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Failed.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunningPaymentIsInProgressAfterTheTillRestarts(Line line) throws Exception {
        try (Bench bench = line.open()) {
            bench.emulator.policy(CommitPolicy.BOOKS_AT_HOST);
            bench.emulator.next(new NextOutcome.HoldAnswer());
            CountDownLatch approved = new CountDownLatch(1);
            bench.emulator.onHostApproved(entry -> approved.countDown());
            Recorder monitor = new Recorder();
            CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(() -> bench.pay(1000, monitor));
            assertThat(approved.await(10, TimeUnit.SECONDS)).isTrue();
            bench.restartTill();
            assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
            bench.emulator.release();
            assertThat(bench.query(Bench.sale(1000), monitor))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            it -> assertThat(it.outcome()).isInstanceOf(Outcome.Approved.class));
            assertThat(bench.charged()).isEqualTo(1000);
        }
    }

    private static Original original(Money amount, Outcome.Approved sale) {
        return new Original("R", amount, sale.card(), Bench.CLOCK.instant(), "");
    }
}
