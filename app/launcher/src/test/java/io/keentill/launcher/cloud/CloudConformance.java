package io.keentill.launcher.cloud;

import io.keentill.device.conformance.HttpFraming;
import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.engine.cloud.CloudDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The kit on the cloud family: sandboxes are lent to one scenario after the other, each with a device of its own. */
abstract class CloudConformance extends TerminalConformance {

    @TempDir
    Path folder;

    /** The server inside the sandbox reports every request that was cut short with a stack trace. */
    private static final Logger SERVER = Logger.getLogger("io.helidon");

    private final AtomicInteger made = new AtomicInteger();
    private final Queue<CloudHouse> free = new ConcurrentLinkedQueue<>();
    private final SimulatedCloud.Trouble trouble;
    private final String name;
    private final int every;

    CloudConformance(String name, SimulatedCloud.Trouble trouble, int every) {
        this.name = name;
        this.trouble = trouble;
        this.every = every;
    }

    @BeforeEach
    void quiet() {
        SERVER.setLevel(Level.SEVERE);
    }

    @AfterEach
    void close() {
        SERVER.setLevel(null);
        free.forEach(CloudHouse::close);
    }

    @Override
    protected TerminalDriver driver() {
        // Each till gets one with a client of its own, on its own way to the sandbox: see SimulatedCloud.
        return new CloudDriver(() -> {
            throw new IllegalStateException("Nobody may speak past the faults");
        });
    }

    @Override
    protected Profile profile() {
        return Profile.of(
                        name,
                        Set.of(
                                Capability.LINKED_REFUND,
                                Capability.REVERSAL,
                                Capability.CANCEL,
                                Capability.QUERY_BY_REFERENCE),
                        "GBP",
                        new HttpFraming())
                .waiting(Duration.ofMillis(1_300), Duration.ofSeconds(45))
                .every(every)
                .sealed(
                        "RevKeen is reached over HTTPS alone (A.1): a byte that changes on its way breaks the connection,"
                                + " and other scenarios cut the link all along the exchange");
    }

    @Override
    protected SimulatedTerminal start(String variant) {
        CloudHouse lent = free.poll();
        CloudHouse house = lent != null ? lent : new CloudHouse(folder.resolve("sandbox-" + made.incrementAndGet()));
        return new SimulatedCloud(house, trouble, free::add);
    }
}
