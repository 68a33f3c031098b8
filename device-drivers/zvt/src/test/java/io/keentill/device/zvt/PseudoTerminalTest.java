package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The serial transport over a real character device. */
@Timeout(120)
class PseudoTerminalTest {

    private static final Path SOCAT = Path.of("/usr/bin/socat");

    @Test
    void paysAndRecoversOverAPseudoTerminal(@TempDir Path dir) throws Exception {
        assumeTrue(Files.isExecutable(SOCAT), "socat is not installed");
        Path till = dir.resolve("till");
        Path terminal = dir.resolve("terminal");
        Process socat = new ProcessBuilder(
                        SOCAT.toString(), "pty,raw,echo=0,link=" + till, "pty,raw,echo=0,link=" + terminal)
                .start();
        try {
            await(till);
            await(terminal);
            ZvtEmulator emulator = ZvtEmulator.on(new DeviceLink(terminal), Bench.settings());
            try (Bench bench = Bench.over(emulator, "zvt:serial:" + till, (where, within) -> device(till))) {
                assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Approved.class);
                emulator.policy(CommitPolicy.BOOKS_AT_HOST);
                emulator.next(new NextOutcome.Garbage());
                Recorder monitor = new Recorder();
                Outcome outcome = bench.pay(250, monitor);
                assertThat(outcome instanceof Outcome.Approved
                                || bench.query(Bench.sale(250), monitor)
                                        instanceof QueryAnswer.Found(Outcome.Approved _))
                        .as(outcome.toString())
                        .isTrue();
                assertThat(bench.charged()).isEqualTo(1250);
            }
        } finally {
            socat.destroy();
            assertThat(socat.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(Path path) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.exists(path) && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(path).exists();
    }

    private static Link device(Path path) throws LinkException {
        try {
            return new DeviceLink(path);
        } catch (IOException e) {
            throw new LinkException("Cannot open " + path, e);
        }
    }

    private static final class DeviceLink implements Link {

        private final LinkAddress address;
        private final FileInputStream in;
        private final FileOutputStream out;
        private volatile boolean closed;

        DeviceLink(Path path) throws IOException {
            address = new LinkAddress("serial", path.toString(), Map.of());
            in = new FileInputStream(path.toFile());
            out = new FileOutputStream(path.toFile());
        }

        @Override
        public void write(byte[] bytes) throws LinkException {
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new LinkException("lost", e);
            }
        }

        @Override
        public int read(byte[] into, Duration atMost) throws LinkException {
            long end = System.nanoTime() + atMost.toNanos();
            try {
                while (!closed) {
                    int ready = in.available();
                    if (ready > 0) {
                        return in.read(into, 0, Math.min(ready, into.length));
                    }
                    if (System.nanoTime() >= end) {
                        return 0;
                    }
                    LockSupport.parkNanos(500_000);
                }
            } catch (IOException e) {
                throw new LinkException("lost", e);
            }
            throw new LinkException("closed");
        }

        @Override
        public LinkAddress address() {
            return address;
        }

        @Override
        public void close() {
            closed = true;
            try {
                in.close();
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
