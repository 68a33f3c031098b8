package io.keentill.bench;

import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.zvt.ZvtDriver;
import io.keentill.domain.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a driver adds to a sale beside the exchange of its messages: a whole ZVT sale, the question for the last payment
 * before it included, in front of a terminal that takes no time; and the bare exchange of the same messages. Nine messages
 * come from the terminal and eleven go to it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class DriverOverhead {

    private static final byte[] ASK = HexFormat.of().parseHex("0620050000000303");
    private static final byte[] PAY = HexFormat.of().parseHex("06010A0400000000100049" + "0978");
    private static final AttemptMonitor NOTHING = new AttemptMonitor() {
        @Override
        public void sending(String recoveryHint) {
            // Storing is measured elsewhere.
        }

        @Override
        public void progress(Progress progress) {
            // Nobody watches.
        }

        @Override
        public void outcome(Outcome outcome) {
            // Storing is measured elsewhere.
        }
    };

    private final byte[] buffer = new byte[4096];
    private InstantZvt raw;
    private PaymentTerminal driver;
    private int count;

    /** Opens both. */
    @Setup
    public void open() {
        raw = new InstantZvt();
        driver = new ZvtDriver()
                .open(
                        TerminalAddress.parse("zvt:tcp:instant?quiet=0.001"),
                        new TerminalDriver.Context(
                                (address, within) -> new InstantZvt(),
                                Clock.systemUTC(),
                                FrameTrace.OFF,
                                SecretStore.inMemory()));
        if (!(sale() instanceof Outcome.Approved)) {
            throw new IllegalStateException("The sale that is to be measured is not approved");
        }
    }

    /** Closes both. */
    @TearDown
    public void close() {
        driver.close();
        raw.close();
    }

    /** The whole sale through the driver. */
    @Benchmark
    public Outcome sale() {
        count++;
        return driver.perform(new TerminalRequest.Sale("R" + count, Money.of(1_000, "EUR")), NOTHING);
    }

    /** The same messages to and fro, read and thrown away. */
    @Benchmark
    public int exchange() {
        return exchange(ASK) + exchange(PAY);
    }

    private int exchange(byte[] command) {
        raw.write(command);
        int bytes = 0;
        int came = raw.read(buffer, Duration.ZERO);
        while (came > 0) {
            bytes += came;
            if ((buffer[0] & 0xFF) != 0x80) {
                raw.write(InstantZvt.YES);
            }
            came = raw.read(buffer, Duration.ZERO);
        }
        return bytes;
    }
}
