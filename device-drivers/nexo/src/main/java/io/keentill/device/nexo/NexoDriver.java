package io.keentill.device.nexo;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.UsualPlace;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/**
 * Terminals with nexo Sale-to-POI as Adyen speaks it on the local network: {@code nexo:tls:192.168.1.21:8443}. Must be
 * paired once with the terminal's name and the shared key. Options: {@code saleid} (how the till calls itself) and waits in
 * seconds: {@code connect}, {@code answer}, {@code payment}, {@code poll}, {@code patience}, {@code grace}.
 */
public final class NexoDriver implements TerminalDriver {

    private static final Set<String> LINKS = Set.of("tls", "tcp");

    /** For the service loader. */
    public NexoDriver() {}

    @Override
    public int contractVersion() {
        return 1;
    }

    @Override
    public String family() {
        return "nexo";
    }

    @Override
    public String displayName() {
        return "nexo Sale-to-POI (Adyen terminals on the local network)";
    }

    @Override
    public Set<String> links() {
        return LINKS;
    }

    @Override
    public List<UsualPlace> usualPlaces() {
        return List.of(new UsualPlace("tls", 8_443));
    }

    @Override
    public PaymentTerminal open(TerminalAddress address, Context context) {
        LinkAddress link = address.link();
        if (!LINKS.contains(link.kind()) || !link.where().matches("(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9.-]+):\\d{1,5}")) {
            throw new BadInputException(Sentence.of(
                    "nexo.is-reached-over-tls", "A nexo terminal is reached over TLS: write nexo:tls:host:8443"));
        }
        NexoSettings settings = NexoSettings.from(link);
        SecureRandom random = new SecureRandom();
        Line line = new Line(
                new Wire(context.links(), link, settings, context.trace(), random),
                new Wire(context.links(), link, settings, context.trace(), random),
                settings,
                random);
        return new NexoTerminal(line, settings, link.over(link.kind(), Set.of()), address.toString(), context);
    }
}
