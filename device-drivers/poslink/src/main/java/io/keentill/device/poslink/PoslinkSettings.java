package io.keentill.device.poslink;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.poslink.transport.Timings;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the driver talks to one terminal.
 *
 * @param currency what the terminal takes: no message says it, so the till must know
 * @param version of the protocol, sent in every request
 * @param reports whether the terminal is asked to say what it does during a payment
 * @param connect how long opening the link may take
 * @param payment how long a payment may be silent; begun again by every report
 * @param report how long the answer to a question may take
 * @param batch how long closing the batch may take
 * @param busy how long a terminal that does not take a question is asked again before a payment
 * @param verify how long it is asked how a payment ended, before that stays unknown
 * @param pause between two such questions
 * @param window how long after its sending a payment that left no trace in an otherwise empty batch never was
 * @param quiet how long a fresh serial line must be silent before its first use
 * @param timings of the link layer
 */
record PoslinkSettings(
        Currency currency,
        String version,
        boolean reports,
        Duration connect,
        Duration payment,
        Duration report,
        Duration batch,
        Duration busy,
        Duration verify,
        Duration pause,
        Duration window,
        Duration quiet,
        Timings timings) {

    /** Options that belong to a serial line. */
    static final Set<String> LINE_OPTIONS = Set.of("baud", "format");

    private static final Set<String> KNOWN = Set.of(
            "currency",
            "version",
            "reports",
            "connect",
            "payment",
            "report",
            "batch",
            "busy",
            "verify",
            "pause",
            "window",
            "quiet",
            "ack",
            "gap",
            "farewell");
    private static final String DOLLARS = "USD";
    private static final int CENTS = 2;

    /**
     * Reads the options {@code currency}, {@code version}, {@code reports} (on or off) and, in seconds with decimals, {@code
     * connect}, {@code payment}, {@code report}, {@code batch}, {@code busy}, {@code verify}, {@code pause}, {@code window},
     * {@code quiet}, {@code ack}, {@code gap}, {@code farewell}.
     *
     * @throws BadInputException if one of them is not of its form, or not known
     */
    static PoslinkSettings from(LinkAddress address) {
        Set<String> unknown = new TreeSet<>(address.options().keySet());
        unknown.removeAll(KNOWN);
        if (address.kind().equals("serial")) {
            unknown.removeAll(LINE_OPTIONS);
        }
        if (!unknown.isEmpty()) {
            throw new BadInputException(Sentence.of(
                    "poslink.the-address-has-the-option",
                    "The address {0} has the option {1}, but POSLINK over {2} knows only {3}",
                    address,
                    String.join(", ", unknown),
                    address.kind(),
                    String.join(", ", new TreeSet<>(KNOWN))
                            + (address.kind().equals("serial") ? ", baud, format" : "")));
        }
        return new PoslinkSettings(
                currency(address),
                version(address),
                onOff(address, "reports"),
                seconds(address, "connect", 5),
                seconds(address, "payment", 180),
                seconds(address, "report", 15),
                seconds(address, "batch", 300),
                seconds(address, "busy", 10),
                seconds(address, "verify", 20),
                seconds(address, "pause", 1),
                seconds(address, "window", 900),
                address.option("quiet").map(t -> parse("quiet", t)).orElse(Duration.ofMillis(100)),
                new Timings(
                        address.option("gap").map(t -> parse("gap", t)).orElse(Timings.STANDARD.interByte()),
                        address.option("ack").map(t -> parse("ack", t)).orElse(Timings.STANDARD.acknowledge()),
                        address.option("farewell")
                                .map(t -> parse("farewell", t))
                                .orElse(Timings.STANDARD.farewell()),
                        Timings.REPETITIONS));
    }

    private static Currency currency(LinkAddress address) {
        String code = address.option("currency").orElse(DOLLARS).toUpperCase(Locale.ROOT);
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    Sentence.of(
                            "poslink.option-currency-write-three-letters",
                            "Option currency={0}: write the three letters of what the terminal takes, for example GBP",
                            code),
                    e);
        }
        if (currency.getDefaultFractionDigits() != CENTS) {
            throw new BadInputException(Sentence.of(
                    "poslink.option-currency-has-no-hundredths",
                    "Option currency={0}: POSLINK counts hundredths, and this currency has none",
                    code));
        }
        return currency;
    }

    private static String version(LinkAddress address) {
        String version = address.option("version").orElse("1.35");
        if (!version.matches("1\\.\\d{1,3}")) {
            throw new BadInputException(Sentence.of(
                    "poslink.option-version-write-one", "Option version={0}: write one such as 1.35", version));
        }
        return version;
    }

    private static boolean onOff(LinkAddress address, String name) {
        return switch (address.option(name).orElse("on")) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new BadInputException(
                        Sentence.of("poslink.option-is-on-or-off", "Option {0} is on or off", name));
        };
    }

    private static Duration seconds(LinkAddress address, String name, int standard) {
        return address.option(name).map(text -> parse(name, text)).orElse(Duration.ofSeconds(standard));
    }

    private static Duration parse(String name, String text) {
        try {
            long millis = new BigDecimal(text).movePointRight(3).longValueExact();
            if (millis >= 1 && millis <= 3_600_000) {
                return Duration.ofMillis(millis);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new BadInputException(wrong(name, text), e);
        }
        throw new BadInputException(wrong(name, text));
    }

    private static Sentence wrong(String name, String text) {
        return Sentence.of(
                "poslink.option-write-seconds-between-and-for",
                "Option {0}={1}: write seconds between 0.001 and 3600, for example {0}=5",
                name,
                text);
    }
}
