package io.keentill.bench;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a driver adds to a sale beside the exchange of its messages: a whole sale, the questions before it included, in front
 * of a terminal that takes no time; and the bare exchange of the very bytes that the driver wrote in such a sale. Medians count: what else runs on the machine does not move them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class DriverOverhead {

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

    /** Which driver. */
    @Param
    public Family family;

    private final byte[] buffer = new byte[4096];
    private final List<byte[]> messages = new ArrayList<>();
    private Link raw;
    private PaymentTerminal driver;
    private int count;

    /** Opens both, and writes down what a sale in the middle of others consists of. */
    @Setup
    public void open() {
        raw = family.link();
        driver = family.open((address, within) -> new Heard(family.link(), messages));
        for (int i = 0; i < 2; i++) {
            messages.clear();
            requireApproved(sale());
        }
        driver.close();
        driver = family.open((address, within) -> family.link());
        requireApproved(sale());
        System.out.println(family + ": " + messages.size() + " messages to the terminal in a sale");
    }

    private static void requireApproved(Outcome outcome) {
        if (!(outcome instanceof Outcome.Approved)) {
            throw new IllegalStateException("The sale that is to be measured is not approved: " + outcome);
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
        return driver.perform(new TerminalRequest.Sale("R" + count, family.amount()), NOTHING);
    }

    /** The same messages to and fro, read and thrown away. */
    @Benchmark
    public int exchange() throws LinkException {
        int bytes = 0;
        for (byte[] message : messages) {
            raw.write(message);
            int came = raw.read(buffer, Duration.ZERO);
            while (came > 0) {
                bytes += came;
                came = raw.read(buffer, Duration.ZERO);
            }
        }
        return bytes;
    }
}
