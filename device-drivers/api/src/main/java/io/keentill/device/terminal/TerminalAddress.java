package io.keentill.device.terminal;

import io.keentill.device.link.LinkAddress;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;

/**
 * A terminal as people write it: {@code family:link:where}, for instance {@code zvt:tcp:127.0.0.1:20007}, {@code
 * zvt:serial:/dev/pts/3}, {@code weblink:tls:192.168.1.20:8080}, {@code nexo:tls:192.168.1.21:8443}, {@code
 * poslink:http:192.168.1.22:10009} or {@code revkeen:cloud:DEVICE_ID}. What the parts after the family mean, and which
 * options there are, is the driver's to say.
 *
 * @param family names the driver
 * @param link how to reach it; its kind is one of {@link TerminalDriver#links}, not always one of a {@link
 *     io.keentill.device.link.LinkProvider}
 */
public record TerminalAddress(String family, LinkAddress link) {

    /**
     * Reads {@code family:link:where[?options]}.
     *
     * @throws BadInputException if that is not its form
     */
    public static TerminalAddress parse(String text) {
        String[] parts = text.strip().split(":", 3);
        if (parts.length < 3 || parts[0].isBlank()) {
            throw new BadInputException(Sentence.of(
                    "link.is-no-terminal-address",
                    "\"{0}\" is no terminal address: write family:link:where, for example zvt:tcp:192.168.1.20:20007",
                    text));
        }
        return new TerminalAddress(parts[0], LinkAddress.parse(parts[1] + ":" + parts[2]));
    }

    /** The way it is written, without options: stable, and the key under which attempts are stored. */
    @Override
    public String toString() {
        return family + ":" + link;
    }
}
