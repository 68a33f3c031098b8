package io.keentill.device.conformance.sample;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.TerminalDriver;
import java.util.Set;

/** The sample driver passes. */
class SampleConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new SampleDriver();
    }

    @Override
    protected Profile profile() {
        return Profile.of(
                "sample",
                Set.of(Capability.CANCEL, Capability.QUERY_BY_REFERENCE, Capability.PARTIAL_APPROVAL),
                "GBP",
                SampleConformanceTest::line);
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
    protected int sideBySide() {
        return 32;
    }

    @Override
    protected SimulatedTerminal start(String variant) {
        return new SampleEmulator("sample");
    }
}
