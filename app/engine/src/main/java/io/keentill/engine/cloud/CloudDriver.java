package io.keentill.engine.cloud;

import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.RevKeen;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Terminals that RevKeen drives: {@code revkeen:cloud:DEVICE_ID}, the id as {@code GET /terminal-devices} lists it. It
 * stands in the engine because it needs the driver contract and the RevKeen client, which no other room may both know; so
 * it is handed over by whoever wires the till and not found with a service loader. Options, in seconds: {@code poll} (first
 * pause between questions, 2), {@code slowest} (longest pause, 5), {@code limit} (longest payment, 200, because RevKeen
 * gives a terminal three minutes), {@code grace} (how long a request may still be on its way, 75).
 */
public final class CloudDriver implements TerminalDriver {

    /** First part of the addresses. */
    public static final String FAMILY = "revkeen";

    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Supplier<RevKeen> client;

    /**
     * Speaks through clients of the till's key; each terminal asks for one when it is first used, and closes it.
     *
     * @param client throws IllegalStateException with words for people where no RevKeen is set up
     */
    public CloudDriver(Supplier<RevKeen> client) {
        this.client = client;
    }

    /** How the terminal of this RevKeen device is written. */
    public static String address(String device) {
        return FAMILY + ":cloud:" + device;
    }

    /** Whether a payment on this terminal is one that RevKeen itself took, and so knows already. */
    public static boolean drives(String address) {
        return address.startsWith(FAMILY + ":");
    }

    @Override
    public int contractVersion() {
        return 1;
    }

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public String displayName() {
        return "RevKeen cloud (terminals behind a RevKeen connector)";
    }

    @Override
    public Set<String> links() {
        return Set.of("cloud");
    }

    @Override
    public PaymentTerminal open(TerminalAddress address, Context context) {
        String device = address.link().where();
        if (!address.link().kind().equals("cloud") || !DEVICE.matcher(device).matches()) {
            throw new BadInputException(Sentence.of(
                    "cloud.a-terminal-behind-revkeen-is-written",
                    "A terminal behind RevKeen is written revkeen:cloud:DEVICE_ID, with the id"
                            + " that RevKeen's dashboard and till terminals find show"));
        }
        CloudSettings settings = CloudSettings.from(address.link());
        return new CloudTerminal(new CloudCalls(client, device, context.trace()), settings, context.clock());
    }
}
