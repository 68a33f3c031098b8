package io.keentill.device.example;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.conformance.sample.SampleEmulator;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.TerminalDriver;
import java.util.Set;

/** The example of docs/drivers.md passes: all of the test that a driver needs. */
class ExampleConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new ExampleDriver();
    }

    @Override
    protected Profile profile() {
        return Profile.of("example", Set.of(Capability.QUERY_BY_REFERENCE), "GBP", ExampleConformanceTest::line)
                .every(3);
    }

    private static int line(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    protected SimulatedTerminal start(String variant) {
        return new SampleEmulator("example");
    }
}
