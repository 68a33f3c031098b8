package io.keentill.device.poslink.conformance;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.poslink.PoslinkDriver;
import io.keentill.device.poslink.emulator.PoslinkEmulator;
import io.keentill.device.poslink.kit.SerialLine;
import io.keentill.device.terminal.TerminalDriver;
import java.time.Clock;

/** Frames over a serial line in memory. */
class PoslinkSerialConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new PoslinkDriver();
    }

    @Override
    protected Profile profile() {
        return SimulatedPoslink.profile("poslink over a serial line", true, SimulatedPoslink::frame)
                .every(5);
    }

    @Override
    protected Clock clock() {
        return SimulatedPoslink.CLOCK;
    }

    @Override
    protected SimulatedTerminal start(String variant) {
        SerialLine line = new SerialLine();
        PoslinkEmulator emulator =
                PoslinkEmulator.on(line.terminal(), SimulatedPoslink.settings(), SimulatedPoslink.traits(variant));
        return new SimulatedPoslink(emulator, "serial:memory", (where, within) -> line.till(), () -> {});
    }
}
