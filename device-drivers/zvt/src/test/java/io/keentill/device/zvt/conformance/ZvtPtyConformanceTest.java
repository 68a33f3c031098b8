package io.keentill.device.zvt.conformance;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.SerialLinkProvider;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.zvt.ZvtDriver;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The same over real character devices: two pseudo terminals joined by socat for each scenario. */
class ZvtPtyConformanceTest extends TerminalConformance {

    @Override
    protected Optional<String> missing() {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean there = java.util.Arrays.stream(path.split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "socat")));
        return there ? Optional.empty() : Optional.of("socat is not installed, so there are no pseudo terminals");
    }

    @Override
    protected TerminalDriver driver() {
        return new ZvtDriver();
    }

    @Override
    protected Profile profile() {
        return SimulatedZvt.profile("zvt over a pseudo terminal", ZvtFraming::serial)
                .against(SimulatedZvt.REVERSES)
                .every(61);
    }

    @Override
    protected Clock clock() {
        return SimulatedZvt.CLOCK;
    }

    /** Closing a serial port waits for the library, which looks twice a second only. */
    @Override
    protected int sideBySide() {
        return 12;
    }

    @Override
    protected SimulatedTerminal start(String variant) throws IOException {
        SocatLine line = SocatLine.start();
        SerialLinkProvider serial = new SerialLinkProvider();
        Link device = serial.open(LinkAddress.parse("serial:" + line.terminal()), Duration.ofSeconds(30));
        ZvtEmulator emulator = ZvtEmulator.on(device, SimulatedZvt.settings(variant));
        LinkOpener links = LinkOpener.of(List.of(serial), SecretStore.inMemory());
        return new SimulatedZvt(emulator, variant, "serial:" + line.till(), links, line);
    }
}
