package io.keentill.device.poslink.conformance;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.poslink.PoslinkDriver;
import io.keentill.device.poslink.emulator.PoslinkEmulator;
import io.keentill.device.terminal.TerminalDriver;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Frames over TCP. */
class PoslinkTcpConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new PoslinkDriver();
    }

    @Override
    protected Profile profile() {
        return SimulatedPoslink.profile("poslink over tcp", true, SimulatedPoslink::frame)
                .every(3);
    }

    @Override
    protected Clock clock() {
        return SimulatedPoslink.CLOCK;
    }

    @Override
    protected SimulatedTerminal start(String variant) throws IOException {
        PoslinkEmulator emulator =
                PoslinkEmulator.tcp(0, SimulatedPoslink.settings(), SimulatedPoslink.traits(variant));
        LinkOpener links = LinkOpener.of(List.of(new TcpLinkProvider()), SecretStore.inMemory());
        return new SimulatedPoslink(emulator, "tcp:127.0.0.1:" + emulator.port(), links, () -> {});
    }
}
