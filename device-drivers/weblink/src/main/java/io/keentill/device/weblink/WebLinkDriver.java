package io.keentill.device.weblink;

import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.UsualPlace;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Set;

/**
 * PAX terminals with POSitive WebLink on the local network: {@code weblink:tls:192.168.1.20:8080}. Must be paired once;
 * the terminal's self-signed certificate is pinned then. Options: {@code tid} (the hardware serial number, otherwise asked
 * for in pairing), {@code version} (1.0.0, 1.1.0, 1.2.0), {@code rest=no} for builds without {@code /rest}, and waits in
 * seconds: {@code poll}, {@code connect}, {@code answer}, {@code patience}, {@code limit}, {@code grace}.
 */
public final class WebLinkDriver implements TerminalDriver {

    private static final Set<String> LINKS = Set.of("tls", "tcp");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** For the service loader. */
    public WebLinkDriver() {}

    @Override
    public int contractVersion() {
        return 1;
    }

    @Override
    public String family() {
        return "weblink";
    }

    @Override
    public String displayName() {
        return "POSitive WebLink (PAX on the local network)";
    }

    @Override
    public Set<String> links() {
        return LINKS;
    }

    @Override
    public List<UsualPlace> usualPlaces() {
        return List.of(new UsualPlace("tls", 8_080));
    }

    @Override
    public PaymentTerminal open(TerminalAddress address, Context context) {
        String kind = address.link().kind();
        String where = address.link().where();
        if (!LINKS.contains(kind) || !where.matches("(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9.-]+):\\d{1,5}")) {
            throw new BadInputException(Sentence.of(
                    "weblink.is-reached-over-tls",
                    "A WebLink terminal is reached over TLS: write weblink:tls:host:8080"));
        }
        if (kind.equals("tcp") && !LOOPBACK.contains(where.substring(0, where.lastIndexOf(':')))) {
            // Without TLS the pairing token would cross the network in clear.
            throw new BadInputException(Sentence.of(
                    "weblink.without-tls-only-an-emulator",
                    "Without TLS only an emulator on this machine is spoken to: write weblink:tls:{0}",
                    where));
        }
        WebLinkSettings settings = WebLinkSettings.from(address.link());
        Calls calls = new Calls(
                new HttpWire(address.link(), settings, context), new Pairings(context.secrets(), address.toString()));
        return new WebLinkTerminal(calls, settings);
    }
}
