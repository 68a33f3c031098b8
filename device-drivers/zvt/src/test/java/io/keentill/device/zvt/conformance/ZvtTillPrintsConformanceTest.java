package io.keentill.device.zvt.conformance;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.zvt.ZvtDriver;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A till that prints: receipts follow the result, and only the yes to their last line is the commit. */
class ZvtTillPrintsConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new ZvtDriver();
    }

    @Override
    protected Profile profile() {
        Profile plain = SimulatedZvt.profile("zvt, the till prints", ZvtFraming::tcp);
        Set<Capability> capabilities = EnumSet.copyOf(plain.capabilities());
        capabilities.add(Capability.TILL_PRINTS);
        return new Profile(
                plain.name(),
                capabilities,
                plain.currency(),
                plain.variants(),
                plain.framing(),
                plain.late(),
                plain.patience(),
                19,
                plain.sealed());
    }

    @Override
    protected Clock clock() {
        return SimulatedZvt.CLOCK;
    }

    @Override
    protected SimulatedTerminal start(String variant) throws IOException {
        ZvtEmulator emulator = ZvtEmulator.tcp(0, SimulatedZvt.settings(variant));
        LinkOpener links = LinkOpener.of(List.of(new TcpLinkProvider()), SecretStore.inMemory());
        String where = "tcp:127.0.0.1:" + emulator.port() + "?receipts=till&charset=utf8&completion=rest";
        return new SimulatedZvt(emulator, variant, where, links, null);
    }
}
