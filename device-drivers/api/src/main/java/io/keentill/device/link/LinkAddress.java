package io.keentill.device.link;

import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where bytes go: {@code tcp:127.0.0.1:20007}, {@code serial:/dev/ttyUSB0?baud=115200&format=8N1}.
 *
 * @param kind tcp, tls, serial, usb
 * @param where host and port, or port path
 * @param options after the question mark, each known to its kind of link only
 */
public record LinkAddress(String kind, String where, Map<String, String> options) {

    /** Copies the options. */
    public LinkAddress {
        options = Map.copyOf(options);
    }

    /**
     * Reads {@code kind:where[?name=value&…]}.
     *
     * @throws BadInputException if that is not its form
     */
    public static LinkAddress parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new BadInputException(Sentence.of(
                    "link.is-no-device-address",
                    "\"{0}\" is no device address: write link:where, for example tcp:192.168.1.20:20007 or serial:/dev/ttyUSB0",
                    text));
        }
        String where = text.substring(colon + 1);
        Map<String, String> options = new LinkedHashMap<>();
        int mark = where.indexOf('?');
        if (mark >= 0) {
            for (String pair : where.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals <= 0) {
                    throw new BadInputException(Sentence.of(
                            "link.is-no-option",
                            "\"{0}\" in {1} is no option: write name=value after the question mark",
                            pair,
                            text));
                }
                options.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            where = where.substring(0, mark);
        }
        return new LinkAddress(text.substring(0, colon), where, options);
    }

    /** The option of this name. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * An option that is a number of seconds, with up to three decimals.
     *
     * @param otherwise what counts if it is not given, in the same form
     * @throws BadInputException if it is no such number
     */
    public Duration seconds(String name, String otherwise) {
        String text = options.getOrDefault(name, otherwise);
        if (!text.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            throw new BadInputException(Sentence.of(
                    "link.is-a-number-of-seconds", "\"{0}\" is a number of seconds, for example {1}", name, otherwise));
        }
        return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
    }

    /**
     * The same place by another kind of link and with only those options that the link itself knows: a driver whose
     * address says {@code http} runs over {@code tcp}, and its own options are none of the link's business.
     *
     * @param otherKind the kind to use
     * @param linkOptions names of the options to keep
     */
    public LinkAddress over(String otherKind, Set<String> linkOptions) {
        Map<String, String> kept = new LinkedHashMap<>(options);
        kept.keySet().retainAll(linkOptions);
        return new LinkAddress(otherKind, where, kept);
    }

    /** The way it is written, without options. */
    @Override
    public String toString() {
        return kind + ":" + where;
    }
}
