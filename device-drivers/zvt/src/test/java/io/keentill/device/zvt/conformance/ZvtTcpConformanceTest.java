package io.keentill.device.zvt.conformance;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.zvt.ZvtDriver;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

class ZvtTcpConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new ZvtDriver();
    }

    @Override
    protected Profile profile() {
        return SimulatedZvt.profile("zvt over tcp", ZvtFraming::tcp);
    }

    @Override
    protected Clock clock() {
        return SimulatedZvt.CLOCK;
    }

    @Override
    protected SimulatedTerminal start(String variant) throws IOException {
        ZvtEmulator emulator = ZvtEmulator.tcp(0, SimulatedZvt.settings(variant));
        LinkOpener links = LinkOpener.of(List.of(new TcpLinkProvider()), SecretStore.inMemory());
        return new SimulatedZvt(emulator, variant, "tcp:127.0.0.1:" + emulator.port(), links, null);
    }
}
