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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** One GET for each exchange; nothing is acknowledged, and nothing can be cancelled. */
class PoslinkHttpConformanceTest extends TerminalConformance {

    @Override
    protected TerminalDriver driver() {
        return new PoslinkDriver();
    }

    @Override
    protected Profile profile() {
        return SimulatedPoslink.profile("poslink over http", false, PoslinkHttpConformanceTest::answer)
                .every(5);
    }

    @Override
    protected Clock clock() {
        return SimulatedPoslink.CLOCK;
    }

    /** Answers have a length; the emulator sends one on each connection. */
    private static int answer(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        int at = text.indexOf("Content-Length: ");
        if (end < 0 || at < 0 || at > end) {
            return 0;
        }
        int body = Integer.parseInt(text.substring(at + 16, text.indexOf("\r", at)));
        return length >= end + 4 + body ? end + 4 + body : 0;
    }

    @Override
    protected SimulatedTerminal start(String variant) throws IOException {
        PoslinkEmulator emulator =
                PoslinkEmulator.http(0, SimulatedPoslink.settings(), SimulatedPoslink.traits(variant));
        LinkOpener links = LinkOpener.of(List.of(new TcpLinkProvider()), SecretStore.inMemory());
        return new SimulatedPoslink(emulator, "http:127.0.0.1:" + emulator.port(), links, () -> {});
    }
}
