package io.keentill.device.poslink;

import io.keentill.device.terminal.DriverSetting;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.UsualPlace;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * PAX terminals whose payment app takes POSLINK commands: {@code poslink:tcp:192.168.1.22:10009?currency=GBP}, {@code
 * poslink:http:192.168.1.22:10009}, {@code poslink:serial:/dev/ttyACM0?baud=115200} (USB-CDC is a serial line too). The
 * messages name no currency, so the address does; US dollars unless it says otherwise. Over HTTP a running payment cannot be
 * stopped from the till.
 */
public final class PoslinkDriver implements TerminalDriver {

    private static final Set<String> LINKS = Set.of("tcp", "http", "serial");

    /** For the service loader. */
    public PoslinkDriver() {}

    @Override
    public int contractVersion() {
        return 1;
    }

    @Override
    public String family() {
        return "poslink";
    }

    @Override
    public String displayName() {
        return "PAX POSLINK";
    }

    @Override
    public Set<String> links() {
        return LINKS;
    }

    @Override
    public List<UsualPlace> usualPlaces() {
        return List.of(new UsualPlace("tcp", 10_009));
    }

    @Override
    public List<DriverSetting> settings() {
        return List.of(new DriverSetting(
                "currency",
                Sentence.of(
                        "poslink.currency-of-the-terminals-account-as",
                        "Currency of the terminal's account, as three letters: its messages name none"),
                Pattern.compile("[A-Z]{3}"),
                ""));
    }

    @Override
    public PaymentTerminal open(TerminalAddress address, Context context) {
        String kind = address.link().kind();
        if (!LINKS.contains(kind)) {
            throw new BadInputException(Sentence.of(
                    "poslink.is-reached-over-tcp-http-or-serial",
                    "A POSLINK terminal is reached over tcp, http or serial, not over {0}: write poslink:tcp:host:10009,"
                            + " poslink:http:host:10009 or poslink:serial:port",
                    kind));
        }
        PoslinkSettings settings = PoslinkSettings.from(address.link());
        Line line = new Line(address.link(), context.links(), settings);
        return new PoslinkTerminal(line, settings, !kind.equals("http"), context);
    }
}
