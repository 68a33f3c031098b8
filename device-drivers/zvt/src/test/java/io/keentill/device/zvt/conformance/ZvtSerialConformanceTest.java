package io.keentill.device.zvt.conformance;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.zvt.ZvtDriver;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.device.zvt.kit.SerialLine;
import java.time.Clock;

/** Frames, checksums and acknowledgements over a serial line in memory. */
class ZvtSerialConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new ZvtDriver();
    }

    @Override
    protected Profile profile() {
        return SimulatedZvt.profile("zvt over a serial line", ZvtFraming::serial)
                .every(3);
    }

    @Override
    protected Clock clock() {
        return SimulatedZvt.CLOCK;
    }

    @Override
    protected SimulatedTerminal start(String variant) {
        SerialLine line = new SerialLine();
        ZvtEmulator emulator = ZvtEmulator.on(line.terminal(), SimulatedZvt.settings(variant));
        return new SimulatedZvt(emulator, variant, "serial:memory", (where, within) -> line.till(), null);
    }
}
