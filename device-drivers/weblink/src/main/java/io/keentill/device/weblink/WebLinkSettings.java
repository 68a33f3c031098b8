package io.keentill.device.weblink;

import io.keentill.device.link.LinkAddress;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.time.Duration;

/**
 * What an address says beyond where the terminal is.
 *
 * @param serial hardware serial number, WebLink's {@code tid}; empty if pairing is to ask for it
 * @param base path up to the operations
 * @param poll how often a running transaction is asked for
 * @param connect how long opening the link may take
 * @param answer how long one answer may take
 * @param patience how long a started transaction is followed without any sign of life from the terminal
 * @param limit how long a transaction is followed in all; the terminal's own limit is 120 s
 * @param grace how long a start that was not answered may still be on its way before "unknown transaction" counts
 */
record WebLinkSettings(
        String serial,
        String base,
        Duration poll,
        Duration connect,
        Duration answer,
        Duration patience,
        Duration limit,
        Duration grace) {

    /**
     * Reads the options of an address.
     *
     * @throws BadInputException if one of them is not of its form
     */
    static WebLinkSettings from(LinkAddress address) {
        String version = address.option("version").orElse("1.2.0");
        if (!version.matches("1\\.[0-2]\\.0")) {
            throw new BadInputException(Sentence.of(
                    "weblink.the-version-is", "WebLink's version is 1.0.0, 1.1.0 or 1.2.0, not \"{0}\"", version));
        }
        String serial = address.option("tid").orElse("");
        if (!serial.matches("[A-Za-z0-9-]{0,40}")) {
            throw new BadInputException(Sentence.of(
                    "weblink.tid-is-the-serial-number", "\"tid\" is the terminal's serial number: letters and digits"));
        }
        String rest = address.option("rest").orElse("yes").equals("no") ? "" : "/rest";
        return new WebLinkSettings(
                serial,
                "/POSitiveWebLink/" + version + rest,
                address.seconds("poll", "0.7"),
                address.seconds("connect", "5"),
                address.seconds("answer", "10"),
                address.seconds("patience", "30"),
                address.seconds("limit", "180"),
                address.seconds("grace", "5"));
    }
}
