package io.keentill.device.poslink;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.Script;
import io.keentill.device.poslink.emulator.Peculiarity;
import io.keentill.device.poslink.emulator.Traits;
import io.keentill.device.poslink.kit.Bench;
import io.keentill.device.poslink.kit.Bench.Way;
import io.keentill.device.poslink.kit.Recorder;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.payment.EntryMode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class DriverScenarioTest {

    @ParameterizedTest
    @EnumSource
    void approves(Way way) throws IOException {
        try (Bench bench = Bench.open(way)) {
            Recorder monitor = new Recorder();
            Outcome outcome = bench.pay(1000, monitor);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Approved.class, approved -> {
                assertThat(approved.amount()).isEqualTo(Bench.pounds(1000));
                assertThat(approved.card().lastFour()).isEqualTo("0042");
                assertThat(approved.card().scheme()).isEqualTo("VISA");
                assertThat(approved.card().entryMode()).isEqualTo(EntryMode.EMV_CHIP);
                assertThat(approved.card().uti()).isEqualTo("R1000");
                assertThat(approved.card().receiptNumber()).isEqualTo("1");
                assertThat(approved.card().applicationId()).isEqualTo("A0000000031010");
            });
            assertThat(monitor.outcomes).containsExactly(outcome);
            assertThat(monitor.hint).isEqualTo("poslink1;ecr=R1000;last=none");
            assertThat(bench.charged()).isEqualTo(1000);
            Recorder second = new Recorder();
            assertThat(bench.pay(250, second)).isInstanceOf(Outcome.Approved.class);
            assertThat(second.hint).startsWith("poslink1;ecr=R250;last=1,R1000,2026");
            assertThat(bench.charged()).isEqualTo(1250);
            assertThat(String.join("\n", bench.trace))
                    .contains("T00", "R1000")
                    .doesNotContain("HOLDER", "476173", "0042");
        }
    }

    @ParameterizedTest
    @EnumSource
    void declinesAndStopsAtTheTerminal(Way way) throws IOException {
        for (Traits traits : new Traits[] {Bench.traits(), Bench.traits().namingFailures()}) {
            try (Bench bench = Bench.open(way, traits)) {
                bench.emulator.terminal().next(new Script.Decline("51"));
                Recorder declined = new Recorder();
                assertThat(bench.pay(1000, declined)).isInstanceOf(Outcome.Declined.class);
                assertThat(declined.outcomes).hasSize(1);
                bench.emulator.terminal().next(new Script.CancelAtTerminal());
                Recorder stopped = new Recorder();
                assertThat(bench.pay(1001, stopped)).isInstanceOf(Outcome.Cancelled.class);
                assertThat(stopped.outcomes).hasSize(1);
                assertThat(bench.charged()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "SERIAL"})
    void stopsFromTheTill(Way way) throws Exception {
        try (Bench bench = Bench.open(way)) {
            assertThat(bench.terminal.capabilities()).contains(Capability.CANCEL);
            bench.emulator.terminal().next(new Script.Slow(Duration.ofSeconds(60)));
            Recorder monitor = new Recorder();
            CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(() -> bench.pay(1000, monitor));
            awaitCard(monitor);
            bench.terminal.requestCancel("another");
            bench.terminal.requestCancel("R1000");
            assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Cancelled.class);
            assertThat(monitor.progress).anyMatch(it -> it.stage() == Progress.Stage.CANCELLING);
            assertThat(bench.charged()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "SERIAL"})
    void anApprovalAfterTheCancelCounts(Way way) throws Exception {
        try (Bench bench = Bench.open(way)) {
            CompletableFuture<Outcome> paying = held(bench, new Recorder());
            bench.terminal.requestCancel("R1000");
            bench.emulator.terminal().release();
            assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(1000);
        }
    }

    @Test
    void overHttpNothingCanBeStopped() throws Exception {
        try (Bench bench = Bench.open(Way.HTTP)) {
            assertThat(bench.terminal.capabilities()).doesNotContain(Capability.CANCEL);
            bench.emulator.terminal().next(new Script.Slow(Duration.ofMillis(300)));
            Recorder monitor = new Recorder();
            CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(() -> bench.pay(1000, monitor));
            while (!monitor.sent) {
                LockSupport.parkNanos(1_000_000);
            }
            bench.terminal.requestCancel("R1000");
            assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Approved.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void approvesLessWithPinRetrySlowAndTwice(Way way) throws IOException {
        try (Bench bench = Bench.open(way)) {
            bench.emulator.terminal().next(new Script.Partial(600));
            assertThat(bench.pay(1000, new Recorder()))
                    .isInstanceOfSatisfying(
                            Outcome.PartiallyApproved.class,
                            it -> assertThat(it.amount().minor()).isEqualTo(600));
            bench.emulator.terminal().next(new Script.PinRetry());
            Recorder pin = new Recorder();
            assertThat(bench.pay(100, pin)).isInstanceOf(Outcome.Approved.class);
            assertThat(pin.progress.stream().anyMatch(it -> it.text().toString().startsWith("Wrong PIN")))
                    .isEqualTo(way != Way.HTTP);
            bench.emulator.terminal().next(new Script.Slow(Duration.ofMillis(700)));
            assertThat(bench.pay(10, new Recorder())).isInstanceOf(Outcome.Approved.class);
            bench.emulator.terminal().next(fault(Script.Fault.DUPLICATE));
            Recorder twice = new Recorder();
            assertThat(bench.pay(1, twice)).isInstanceOf(Outcome.Approved.class);
            assertThat(twice.outcomes).hasSize(1);
            assertThat(bench.pay(2, new Recorder())).isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(713);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBusyTerminalChargesNothing(Way way) throws IOException {
        try (Bench bench = Bench.open(way, Bench.traits(), "ack=1")) {
            bench.emulator.terminal().next(new Script.Busy(1));
            Recorder monitor = new Recorder();
            Outcome outcome = bench.pay(1000, monitor);
            if (outcome instanceof Outcome.Unknown) {
                assertThat(way).isEqualTo(Way.HTTP);
                assertThat(bench.query(Bench.sale(1000), monitor)).isInstanceOf(QueryAnswer.NotFound.class);
            } else {
                assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            }
            assertThat(bench.charged()).isZero();
            assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Approved.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lostAnswersAreFoundAgain(Way way) throws IOException {
        for (Traits.ReportOrder order : Traits.ReportOrder.values()) {
            for (Script loss : new Script[] {
                fault(Script.Fault.LOSE_START),
                fault(Script.Fault.LOSE_RESULT),
                fault(Script.Fault.GARBAGE),
                new Script.Reboot(true),
                new Script.Reboot(false)
            }) {
                Traits traits = Bench.traits().reporting(order);
                try (Bench bench = Bench.open(way, traits, "ack=0.5&" + Bench.LOSING_PATIENCE)) {
                    assertThat(bench.pay(111, new Recorder())).isInstanceOf(Outcome.Approved.class);
                    bench.emulator.terminal().next(loss);
                    Recorder monitor = new Recorder();
                    Outcome outcome = bench.pay(1000, monitor);
                    boolean stands = bench.charged() == 1111;
                    assertThat(stands).as("%s", loss).isEqualTo(!loss.equals(new Script.Reboot(false)));
                    boolean approved = outcome instanceof Outcome.Approved;
                    if (outcome instanceof Outcome.Unknown) {
                        bench.restartTill();
                        QueryAnswer answer = bench.query(Bench.sale(1000), monitor);
                        approved = answer instanceof QueryAnswer.Found(Outcome.Approved _);
                        assertThat(approved || answer instanceof QueryAnswer.NotFound)
                                .as("%s %s %s %s", order, loss, outcome, answer)
                                .isTrue();
                    }
                    assertThat(approved).as("%s %s %s", order, loss, outcome).isEqualTo(stands);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersThatDoNotFitAreUnknownUntilTheBooksTell(Way way) throws IOException {
        for (Script.Fault which : new Script.Fault[] {Script.Fault.WRONG_AMOUNT, Script.Fault.WRONG_TRANSACTION}) {
            try (Bench bench = Bench.open(way, Bench.traits(), Bench.LOSING_PATIENCE)) {
                bench.emulator.terminal().next(fault(which));
                Recorder monitor = new Recorder();
                assertThat(bench.pay(1000, monitor)).as("%s", which).isInstanceOf(Outcome.Unknown.class);
                assertThat(monitor.outcomes).isEmpty();
                assertThat(bench.query(Bench.sale(1000), monitor))
                        .as("%s", which)
                        .isInstanceOfSatisfying(
                                QueryAnswer.Found.class,
                                it -> assertThat(it.outcome()).isInstanceOf(Outcome.Approved.class));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void codesThatDecideNothingAreCheckedInTheBooks(Way way) throws IOException {
        for (String code : new String[] {"100001", "100002", "000100", "100003", "100009", "100011", "123456"}) {
            try (Bench bench = Bench.open(way)) {
                bench.emulator.nextAnswer(new Peculiarity.Code(code));
                assertThat(bench.pay(1000, new Recorder()))
                        .as("%s, though it was booked", code)
                        .isInstanceOf(Outcome.Approved.class);
                bench.emulator.terminal().next(new Script.Decline("05"));
                bench.emulator.nextAnswer(new Peculiarity.Code(code));
                Outcome outcome = bench.pay(2000, new Recorder());
                assertThat(outcome instanceof Outcome.Declined
                                || outcome instanceof Outcome.Cancelled
                                || outcome instanceof Outcome.Failed)
                        .as("%s, nothing booked: %s", code, outcome)
                        .isTrue();
                assertThat(bench.charged()).isEqualTo(1000);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatedReferenceIsReconciledAndNotChargedAgain(Way way) throws IOException {
        try (Bench bench = Bench.open(way)) {
            assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Approved.class);
            assertThat(bench.pay(1000, new Recorder()))
                    .as("100011 for the same reference: the original is found")
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(bench.emulator.terminal().acquirer().all())
                    .extracting(Booking::amountMinor)
                    .containsExactly(1000L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatCannotStoreSaysSo(Way way) throws IOException {
        try (Bench bench = Bench.open(way)) {
            Recorder full = new Recorder(false, true);
            assertThat(bench.pay(1000, full)).isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.query(Bench.sale(1000), full))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            it -> assertThat(it.outcome()).isInstanceOf(Outcome.Approved.class));
            assertThat(bench.pay(2000, new Recorder(true, false))).isInstanceOf(Outcome.Failed.class);
            assertThat(bench.charged()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysHowItIs(Way way) throws IOException {
        try (Bench bench = Bench.open(way)) {
            TerminalStatus status = bench.terminal.status();
            assertThat(status.state()).isEqualTo(TerminalStatus.State.READY);
            assertThat(status.identity().serialNumber()).isEqualTo("1850042763");
            assertThat(status.identity().model()).isEqualTo("PAX A920");
            bench.restartTillInAHurry();
            bench.emulator.close();
            assertThat(bench.terminal.status().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
            Recorder monitor = new Recorder();
            assertThat(bench.pay(1000, monitor)).isInstanceOf(Outcome.Failed.class);
            assertThat(monitor.sent).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunningPaymentIsInProgressAfterTheTillRestarts(Way way) throws Exception {
        try (Bench bench = Bench.open(way, Bench.traits(), "ack=1&report=2")) {
            Recorder monitor = new Recorder();
            CompletableFuture<Outcome> paying = held(bench, monitor);
            bench.restartTill();
            assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.ask(Bench.sale(1000), monitor))
                    .isInstanceOfAny(QueryAnswer.InProgress.class, QueryAnswer.Unreachable.class);
            bench.emulator.terminal().release();
            assertThat(bench.query(Bench.sale(1000), monitor))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            it -> assertThat(it.outcome()).isInstanceOf(Outcome.Approved.class));
            assertThat(bench.charged()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "HTTP"})
    void twoTillsShareATerminal(Way way) throws Exception {
        try (Bench bench = Bench.open(way, Bench.traits(), "ack=1&busy=0.5");
                PaymentTerminal other = bench.driver()) {
            CompletableFuture<Outcome> paying = held(bench, new Recorder());
            assertThat(other.perform(Bench.sale(70), new Recorder()))
                    .as("while the first pays")
                    .isInstanceOf(Outcome.Failed.class);
            bench.emulator.terminal().release();
            assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(1000);
            assertThat(other.perform(Bench.sale(70), new Recorder()))
                    .as("behind the first")
                    .isInstanceOf(Outcome.Approved.class);
            assertThat(bench.charged()).isEqualTo(1070);
        }
    }

    /** A sale of 1000 that is approved, and of which the terminal does not tell before it is released. */
    private static CompletableFuture<Outcome> held(Bench bench, Recorder monitor) throws InterruptedException {
        CountDownLatch approved = new CountDownLatch(1);
        bench.emulator.terminal().next(new Script.Hold());
        bench.emulator.terminal().onApproved(booking -> approved.countDown());
        CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(() -> bench.pay(1000, monitor));
        assertThat(approved.await(10, TimeUnit.SECONDS)).isTrue();
        return paying;
    }

    static Script fault(Script.Fault which) {
        return new Script.Answer(which, new Script.Approve());
    }

    private static void awaitCard(Recorder monitor) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (monitor.progress.stream().noneMatch(it -> it.stage() == Progress.Stage.WAITING_FOR_CARD)
                && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
