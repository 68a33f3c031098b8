package io.keentill.device.nexo;

import io.keentill.device.conformance.HttpFraming;
import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.TerminalDriver;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

class NexoConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new NexoDriver();
    }

    @Override
    protected Profile profile() {
        return Profile.of(
                        "nexo over tcp",
                        Set.of(
                                Capability.REFUND,
                                Capability.LINKED_REFUND,
                                Capability.REVERSAL,
                                Capability.CANCEL,
                                Capability.QUERY_BY_REFERENCE,
                                Capability.PARTIAL_APPROVAL,
                                Capability.END_OF_DAY,
                                Capability.TILL_PRINTS,
                                Capability.PAIRING),
                        "GBP",
                        new HttpFraming())
                .waiting(Duration.ofMillis(700), Duration.ofSeconds(30))
                .every(17);
    }

    @Override
    protected Clock clock() {
        return Till.CLOCK;
    }

    @Override
    protected SimulatedTerminal start(String variant) throws IOException {
        return new SimulatedNexo();
    }
}
