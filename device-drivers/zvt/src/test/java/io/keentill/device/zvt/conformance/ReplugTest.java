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
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.zvt.ZvtDriver;
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

/** A USB serial cable is pulled and plugged into another socket: the till goes on by itself. */
@Timeout(60)
class ReplugTest {

    private static final Duration NOTICED = Duration.ofSeconds(1);

    private volatile SocatLine line;
    private ZvtEmulator emulator;
    private PaymentTerminal terminal;

    @BeforeEach
    void plugIn() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/socat")), "socat is not installed");
        line = SocatLine.start();
        emulator = ZvtEmulator.on(device(), Bench.settings());
        SerialLinkProvider serial = new SerialLinkProvider(this::ports);
        terminal = new ZvtDriver()
                .open(
                        TerminalAddress.parse("zvt:serial:usb:0403:6001:A1?t1=0.05&t2=0.3&t3=0.5&t4=8&verify=1"),
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
        return new SerialLinkProvider().open(LinkAddress.parse("serial:" + line.terminal()), Duration.ofSeconds(5));
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
        assertThat(terminal.perform(Bench.sale(100), new Recorder())).isInstanceOf(Outcome.Approved.class);
        pull();
        long pulled = System.nanoTime();
        assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - pulled)).isLessThan(NOTICED);

        assertThat(cpuOver(Duration.ofSeconds(2)))
                .as("processor time of the whole process in two seconds without the device")
                .isLessThan(Duration.ofMillis(400));

        plugInElsewhere();
        assertThat(terminal.status().state()).isEqualTo(TerminalStatus.State.READY);
        assertThat(terminal.perform(Bench.sale(200), new Recorder())).isInstanceOf(Outcome.Approved.class);
        assertThat(emulator.ledger().cardMinor()).isEqualTo(300);
        assertThat(cpuOver(Duration.ofSeconds(2)))
                .as("processor time in two seconds with an open, idle line")
                .isLessThan(Duration.ofMillis(400));
    }

    @Test
    void duringASale() throws Exception {
        assertThat(terminal.perform(Bench.sale(100), new Recorder())).isInstanceOf(Outcome.Approved.class);
        emulator.next(new NextOutcome.HoldAnswer());
        Recorder monitor = new Recorder();
        CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(
                () -> terminal.perform(Bench.sale(1000), monitor),
                task -> Thread.ofVirtual().start(task));
        while (emulator.ledger().entries().size() < 2) {
            LockSupport.parkNanos(5_000_000);
        }
        long pulled = System.nanoTime();
        pull();
        assertThat(paying.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - pulled)).isLessThan(NOTICED);

        plugInElsewhere();
        PastAttempt past = new PastAttempt(
                Bench.sale(1000).reference(),
                Bench.sale(1000).kind(),
                Bench.sale(1000).amount(),
                Bench.CLOCK.instant(),
                monitor.hint);
        QueryAnswer answer = terminal.query(past);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!(answer instanceof QueryAnswer.Found) && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
            answer = terminal.query(past);
        }
        boolean stands = emulator.ledger().cardMinor() == 1100;
        assertThat(answer instanceof QueryAnswer.Found(Outcome.Approved _))
                .as(answer.toString())
                .isEqualTo(stands);
        assertThat(answer).isInstanceOf(QueryAnswer.Found.class);
        assertThat(terminal.perform(Bench.sale(200), new Recorder())).isInstanceOf(Outcome.Approved.class);
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
