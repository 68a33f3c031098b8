package io.keentill.device.poslink.conformance;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.poslink.PoslinkDriver;
import io.keentill.device.poslink.emulator.PoslinkEmulator;
import io.keentill.device.poslink.kit.PtyLine;
import io.keentill.device.terminal.TerminalDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Frames over real character devices: two pseudo-terminals joined by socat for each scenario. */
class PoslinkPtyConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new PoslinkDriver();
    }

    @Override
    protected Profile profile() {
        return SimulatedPoslink.profile("poslink over a pseudo-terminal", true, SimulatedPoslink::frame)
                .against(SimulatedPoslink.PLAIN)
                .every(97);
    }

    @Override
    protected Clock clock() {
        return SimulatedPoslink.CLOCK;
    }

    @Override
    protected Optional<String> missing() {
        return Optional.ofNullable(PtyLine.missing());
    }

    @Override
    protected SimulatedTerminal start(String variant) throws IOException {
        Path folder = Files.createTempDirectory("poslink-pty");
        PtyLine line = new PtyLine(folder);
        PoslinkEmulator emulator =
                PoslinkEmulator.on(line.terminal(), SimulatedPoslink.settings(), SimulatedPoslink.traits(variant));
        return new SimulatedPoslink(emulator, "serial:" + line.till(), PtyLine::open, () -> {
            line.close();
            Files.deleteIfExists(line.till());
            Files.deleteIfExists(folder.resolve("terminal"));
            Files.delete(folder);
        });
    }
}
