package io.keentill.device.nexo;

import io.keentill.device.emulation.Profile;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.links.TlsLinkProvider;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What the tests of this family share. */
final class Till {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:15:30Z"), ZoneOffset.UTC);

    private Till() {}

    static Profile profile() {
        return Profile.standard(CLOCK).times(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(80));
    }

    static LinkOpener links(SecretStore memory) {
        return LinkOpener.of(List.of(new TcpLinkProvider(), new TlsLinkProvider()), memory);
    }

    static TerminalRequest.Sale sale(String reference, long minor) {
        return new TerminalRequest.Sale(reference, Money.of(minor, "GBP"));
    }

    /** A monitor of whom nothing is asked: the kit looks at what a till would have stored. */
    static final class Noted implements AttemptMonitor {
        @Override
        public void sending(String recoveryHint) {}

        @Override
        public void progress(Progress progress) {}

        @Override
        public void outcome(Outcome outcome) {}
    }
}
