package io.keentill.device.zvt;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.zvt.transport.SerialTimings;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How the driver talks to one terminal.
 *
 * @param password six digits, the terminal's ECR password
 * @param connect how long opening the link may take
 * @param reply T3: command to 80/84
 * @param completion T4: 80 00 to completion, begun again by every 04 FF and 04 0F
 * @param longest how long a command may take in all, however often the terminal asks for more time
 * @param window how long after its sending a first payment that the terminal does not have never was
 * @param afterApproval how long 06 0F is awaited once an approval was confirmed
 * @param busy how long a terminal that answers "wait" (84 9C) is asked again
 * @param pause between two such questions
 * @param verify how long the terminal is asked whether a confirmed approval stands, if its completion is lost
 * @param quiet how long a fresh link must be silent before its first use
 * @param serial waits of the serial link
 * @param role what the till registers as
 */
record ZvtSettings(
        String password,
        Duration connect,
        Duration reply,
        Duration completion,
        Duration longest,
        Duration window,
        Duration afterApproval,
        Duration busy,
        Duration pause,
        Duration verify,
        Duration quiet,
        SerialTimings serial,
        TillRole role) {

    private static final ZvtSettings STANDARD = new ZvtSettings(
            "000000",
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(180),
            Duration.ofHours(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ofMillis(100),
            SerialTimings.STANDARD,
            TillRole.from(LinkAddress.parse("tcp:standard")));

    /**
     * The standard ones, changed by the options {@code pw} (six digits) and, in seconds with decimals, {@code t1}, {@code
     * t2}, {@code t3}, {@code t4}, {@code longest}, {@code window}, {@code done}, {@code busy}, {@code pause}, {@code
     * verify}, {@code connect}, {@code quiet}, and by those of {@link TillRole}. Other options belong to the link.
     *
     * @throws BadInputException if one of them is not of its form
     */
    static ZvtSettings from(LinkAddress address) {
        String password = address.option("pw").orElse(STANDARD.password);
        if (!password.matches("\\d{6}")) {
            throw new BadInputException(Sentence.of(
                    "zvt.the-password-must-be-six-digits", "The ZVT password (pw) of {0} must be six digits", address));
        }
        SerialTimings serial = new SerialTimings(
                seconds(address, "t1", STANDARD.serial.interByte()),
                seconds(address, "t2", STANDARD.serial.acknowledge()),
                STANDARD.serial.retransmissions());
        return new ZvtSettings(
                password,
                seconds(address, "connect", STANDARD.connect),
                seconds(address, "t3", STANDARD.reply),
                seconds(address, "t4", STANDARD.completion),
                seconds(address, "longest", STANDARD.longest),
                seconds(address, "window", STANDARD.window),
                seconds(address, "done", STANDARD.afterApproval),
                seconds(address, "busy", STANDARD.busy),
                seconds(address, "pause", STANDARD.pause),
                seconds(address, "verify", STANDARD.verify),
                seconds(address, "quiet", STANDARD.quiet),
                serial,
                TillRole.from(address));
    }

    private static Duration seconds(LinkAddress address, String name, Duration standard) {
        return address.option(name).map(text -> parse(name, text)).orElse(standard);
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
                "zvt.option-write-seconds-between-and-for",
                "Option {0}={1}: write seconds between 0.001 and 3600, for example {0}=5",
                name,
                text);
    }
}
