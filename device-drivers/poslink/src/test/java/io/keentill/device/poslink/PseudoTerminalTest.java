package io.keentill.device.poslink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keentill.device.emulation.Script;
import io.keentill.device.poslink.emulator.Peculiarity;
import io.keentill.device.poslink.emulator.PoslinkEmulator;
import io.keentill.device.poslink.kit.Bench;
import io.keentill.device.poslink.kit.PtyLine;
import io.keentill.device.poslink.kit.Recorder;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Serial over real character devices, as USB-CDC terminals are seen too. */
@Timeout(120)
class PseudoTerminalTest {

    @TempDir
    Path folder;

    @BeforeEach
    void canRun() {
        assumeTrue(PtyLine.missing() == null, "socat is not installed");
    }

    @Test
    void paysAndRecovers() throws Exception {
        try (PtyLine line = new PtyLine(folder);
                PoslinkEmulator emulator = PoslinkEmulator.on(line.terminal(), Bench.profile(), Bench.traits());
                Bench bench =
                        Bench.over(emulator, "poslink:serial:" + line.till(), Bench.LOSING_PATIENCE, PtyLine::open)) {
            assertThat(bench.terminal.status().state()).isEqualTo(TerminalStatus.State.READY);
            assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Approved.class);
            emulator.nextAnswer(new Peculiarity.Silence());
            Recorder monitor = new Recorder();
            assertThat(bench.pay(250, monitor)).isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.query(Bench.sale(250), monitor))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            it -> assertThat(it.outcome()).isInstanceOf(Outcome.Approved.class));
            assertThat(bench.charged()).isEqualTo(1250);
        }
    }

    @Test
    void aLinePulledOutDuringAPaymentIsNoticedAtOnceAndRecoveredWhenItIsBack() throws Exception {
        // A busy machine can only make it later: the best of a few times counts.
        Duration soonest = pulledOutDuringAPayment(folder.resolve("1"));
        for (int time = 2; time <= 4 && soonest.toMillis() >= 1_000; time++) {
            Duration noticed = pulledOutDuringAPayment(folder.resolve(String.valueOf(time)));
            soonest = noticed.compareTo(soonest) < 0 ? noticed : soonest;
        }
        assertThat(soonest).isLessThan(Duration.ofSeconds(1));
    }

    /** How long it took to notice. */
    private static Duration pulledOutDuringAPayment(Path folder) throws Exception {
        Files.createDirectory(folder);
        try (PtyLine line = new PtyLine(folder);
                PoslinkEmulator emulator = PoslinkEmulator.on(line.terminal(), Bench.profile(), Bench.traits());
                Bench bench = Bench.over(emulator, "poslink:serial:" + line.till(), "ack=1", PtyLine::open)) {
            assertThat(bench.pay(111, new Recorder())).isInstanceOf(Outcome.Approved.class);
            CountDownLatch approved = new CountDownLatch(1);
            emulator.terminal().next(new Script.Hold());
            emulator.terminal().onApproved(booking -> approved.countDown());
            Recorder monitor = new Recorder();
            CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(() -> bench.pay(1000, monitor));
            assertThat(approved.await(10, TimeUnit.SECONDS)).isTrue();
            long pulled = System.nanoTime();
            line.pull();
            assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
            Duration noticed = Duration.ofNanos(System.nanoTime() - pulled);
            assertThat(bench.terminal.status().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
            emulator.terminal().release();
            assertThat(bench.charged()).as("the terminal went on alone").isEqualTo(1111);
            line.replug();
            emulator.plugInto(line.terminal());
            assertThat(bench.query(Bench.sale(1000), monitor))
                    .isInstanceOfSatisfying(
                            QueryAnswer.Found.class,
                            it -> assertThat(it.outcome()).isInstanceOf(Outcome.Approved.class));
            assertThat(bench.pay(5, new Recorder())).isInstanceOf(Outcome.Approved.class);
            return noticed;
        }
    }
}
