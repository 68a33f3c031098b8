package io.keentill.device.zvt.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.SerialLinkProvider;
import io.keentill.device.links.SerialPortInfo;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.zvt.ZvtDriver;
import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A USB serial cable is pulled and plugged into another socket: the till notices, idles, and goes on by itself, with the same
 * driver and link provider throughout. How soon it noticed and what it cost is the best of a few times: a busy machine can
 * only make that worse. The waits of the protocol are so long here that none of them could be what noticed.
 */
@Timeout(240)
class ReplugTest {

    private static final Duration NOTICED = Duration.ofSeconds(1);
    private static final int TIMES = 4;
    private static final Duration WATCHED = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofMillis(400);

    private volatile SocatLine line;
    private ZvtEmulator emulator;
    private PaymentTerminal terminal;

    @BeforeEach
    void plugIn() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/socat")), "socat is not installed");
        line = SocatLine.start();
        emulator = ZvtEmulator.on(
                device(),
                EmulatorSettings.standard(Bench.CLOCK)
                        .times(
                                Duration.ofMillis(1),
                                Duration.ofSeconds(3),
                                Duration.ofMillis(50),
                                Duration.ofMillis(100)));
        SerialLinkProvider serial = new SerialLinkProvider(this::ports);
        terminal = new ZvtDriver()
                .open(
                        TerminalAddress.parse("zvt:serial:usb:0403:6001:A1?t1=1&t2=5&t3=5&t4=60&done=20&verify=20"),
                        new TerminalDriver.Context(
                                LinkOpener.of(List.of(serial), SecretStore.inMemory()),
                                Bench.CLOCK,
                                FrameTrace.OFF,
                                SecretStore.inMemory()));
    }

    @AfterEach
    void tidyUp() throws InterruptedException {
        if (terminal != null) {
            terminal.close();
            emulator.close();
            line.close();
        }
    }

    private io.keentill.device.link.Link device() throws IOException {
        return new SerialLinkProvider().open(LinkAddress.parse("serial:" + line.terminal()), Duration.ofSeconds(30));
    }

    /** The device under the name of the socket it is in now; none while it is unplugged. */
    private List<SerialPortInfo> ports() {
        return Files.exists(Path.of(line.till()))
                ? List.of(new SerialPortInfo(
                        line.till(),
                        "Terminal",
                        OptionalInt.of(0x0403),
                        OptionalInt.of(0x6001),
                        Optional.of("A1"),
                        Optional.empty()))
                : List.of();
    }

    private void pull() throws InterruptedException {
        line.close();
    }

    private void plugInElsewhere() throws IOException {
        line = SocatLine.start();
        emulator.reconnect(device());
    }

    @Test
    void whileIdle() throws Exception {
        assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.READY);
        Duration soonest = Duration.ofDays(1);
        for (int time = 1; time <= TIMES && soonest.compareTo(NOTICED) >= 0; time++) {
            pay(100);
            pull();
            long pulled = System.nanoTime();
            assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
            soonest = shorter(soonest, since(pulled));
            if (time == 1) {
                assertIdle("without the device");
            }
            plugInElsewhere();
            awaitReady();
            pay(200);
            assertThat(emulator.ledger().cardMinor()).isEqualTo(300L * time);
        }
        assertThat(soonest).isLessThan(NOTICED);
        assertIdle("with an open line on which nothing happens");
    }

    @Test
    void duringASale() throws Exception {
        pay(50);
        Duration soonest = Duration.ofDays(1);
        for (int time = 1; time <= TIMES && soonest.compareTo(NOTICED) >= 0; time++) {
            Recorder monitor = new Recorder();
            TerminalRequest.Sale sale = Bench.sale(1000 + time);
            long without = emulator.ledger().cardMinor();
            CompletableFuture<Outcome> paying = heldSale(sale, monitor);
            long pulled = System.nanoTime();
            pull();
            assertThat(paying.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
            soonest = shorter(soonest, since(pulled));
            if (time == 1) {
                assertIdle("with a sale in doubt and without the device");
            }
            plugInElsewhere();
            QueryAnswer answer = awaitFound(sale, monitor);
            long with = without + sale.amount().minor();
            assertThat(emulator.ledger().cardMinor()).isIn(without, with);
            assertThat(answer instanceof QueryAnswer.Found(Outcome.Approved _))
                    .as(answer.toString())
                    .isEqualTo(emulator.ledger().cardMinor() == with);
            pay(200);
        }
        assertThat(soonest).isLessThan(NOTICED);
    }

    /** A sale that the host has approved, and of which the terminal does not tell. */
    private CompletableFuture<Outcome> heldSale(TerminalRequest.Sale sale, Recorder monitor) {
        int before = emulator.ledger().entries().size();
        emulator.next(new NextOutcome.HoldAnswer());
        CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(
                () -> terminal.perform(sale, monitor),
                task -> Thread.ofVirtual().start(task));
        while (emulator.ledger().entries().size() == before) {
            assertThat(paying).isNotDone();
            LockSupport.parkNanos(5_000_000);
        }
        return paying;
    }

    private void pay(long minor) {
        assertThat(terminal.perform(Bench.sale(minor), new Recorder())).isInstanceOf(Outcome.Approved.class);
    }

    private void awaitReady() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        TerminalStatus status = terminal.status();
        while (status.state() != TerminalStatus.State.READY && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
            status = terminal.status();
        }
        assertThat(status.state()).as(status.toString()).isEqualTo(TerminalStatus.State.READY);
    }

    private QueryAnswer awaitFound(TerminalRequest.Sale sale, Recorder monitor) {
        PastAttempt past =
                new PastAttempt(sale.reference(), sale.kind(), sale.amount(), Bench.CLOCK.instant(), monitor.hint);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        QueryAnswer answer = terminal.query(past);
        while (!(answer instanceof QueryAnswer.Found) && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
            answer = terminal.query(past);
        }
        assertThat(answer).isInstanceOf(QueryAnswer.Found.class);
        return answer;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** A loop that never rests would take the whole of each of these times. */
    private static void assertIdle(String state) {
        Duration least = cpuOver(WATCHED);
        for (int time = 1; time < TIMES && least.compareTo(IDLE) >= 0; time++) {
            least = shorter(least, cpuOver(WATCHED));
        }
        assertThat(least)
                .as("processor time of this process in two seconds " + state)
                .isLessThan(IDLE);
    }

    private static Duration cpuOver(Duration time) {
        Duration before = cpu();
        LockSupport.parkNanos(time.toNanos());
        return cpu().minus(before);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
