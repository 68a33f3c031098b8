package io.keentill.device.zvt;

import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.UsualPlace;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Set;

/**
 * Terminals that speak ZVT (PA00P015), the protocol of girocard terminals in Germany, over a serial line or TCP: {@code
 * zvt:tcp:192.168.1.20:20007?pw=000000}, {@code zvt:serial:/dev/ttyUSB0}. Waits can be changed by options in seconds:
 * {@code t1} to {@code t4} as the specification names them, {@code done} for 06 0F after an approval, {@code busy} and
 * {@code pause} for a terminal that asks to wait, {@code verify} for asking whether an approval stands, {@code longest} for
 * a command in all, {@code window} for how long a first payment that the terminal does not have never was, {@code connect}
 * and {@code quiet} for opening the link. What the till registers as: {@code receipts} (terminal, till, own), {@code admin}
 * (terminal, till), {@code menu} (open, blocked), {@code service}, {@code charset}; and {@code completion} (total, rest),
 * the way in which a hold is taken.
 */
public final class ZvtDriver implements TerminalDriver {

    private static final Set<String> LINKS = Set.of("tcp", "serial");

    /** What the serial link knows; it would refuse the options that are meant for the driver. */
    private static final Set<String> LINK_OPTIONS = Set.of("baud", "format");

    /** For the service loader. */
    public ZvtDriver() {}

    @Override
    public int contractVersion() {
        return 1;
    }

    @Override
    public String family() {
        return "zvt";
    }

    @Override
    public String displayName() {
        return "ZVT (girocard terminals)";
    }

    @Override
    public Set<String> links() {
        return LINKS;
    }

    @Override
    public List<UsualPlace> usualPlaces() {
        return List.of(new UsualPlace("tcp", 20_007));
    }

    @Override
    public PaymentTerminal open(TerminalAddress address, Context context) {
        if (!LINKS.contains(address.link().kind())) {
            throw new BadInputException(Sentence.of(
                    "zvt.is-reached-over-tcp-or-serial",
                    "A ZVT terminal is reached over tcp or serial, not over {0}: write zvt:tcp:host:20007 or"
                            + " zvt:serial:port",
                    address.link().kind()));
        }
        ZvtSettings settings = ZvtSettings.from(address.link());
        Connection connection =
                new Connection(address.link().over(address.link().kind(), LINK_OPTIONS), context, settings);
        return new ZvtTerminal(connection, settings, context.clock());
    }
}
