package io.keentill.device.links;

import com.fazecast.jSerialComm.SerialPort;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the bits lie on the line.
 *
 * @param baud bits a second, 300 to 4 000 000
 * @param dataBits 7 or 8
 * @param parity N none, E even, O odd
 * @param stopBits 1 or 2
 */
record SerialSettings(int baud, int dataBits, char parity, int stopBits) {

    private static final int DEFAULT_BAUD = 9600;
    private static final int LOWEST_BAUD = 300;
    private static final int HIGHEST_BAUD = 4_000_000;
    private static final String DEFAULT_FORMAT = "8N2";
    private static final Pattern FORMAT = Pattern.compile("([78])([NEO])([12])");

    /**
     * Reads the options {@code baud} and {@code format}; 9600 baud and 8N2, as ZVT wants it, where they are not given.
     *
     * @throws LinkException if an option is not known or has no such value
     */
    static SerialSettings of(LinkAddress address) throws LinkException {
        Options.allowOnly(address, Set.of("baud", "format"));
        String format = address.option("format").orElse(DEFAULT_FORMAT).toUpperCase(Locale.ROOT);
        Matcher matcher = FORMAT.matcher(format);
        if (!matcher.matches()) {
            throw new LinkException(Sentence.of(
                    "link.the-format-is-not-known",
                    "The format \"{0}\" of {1} is not known: write data bits, parity and stop bits as in 8N1, 8N2 or 7E1",
                    format,
                    address));
        }
        return new SerialSettings(
                baud(address),
                Integer.parseInt(matcher.group(1)),
                matcher.group(2).charAt(0),
                Integer.parseInt(matcher.group(3)));
    }

    private static int baud(LinkAddress address) throws LinkException {
        String text = address.option("baud").orElse(String.valueOf(DEFAULT_BAUD));
        boolean digits = text.matches("[0-9]{1,7}");
        int baud = digits ? Integer.parseInt(text) : 0;
        if (baud < LOWEST_BAUD || baud > HIGHEST_BAUD) {
            throw new LinkException(Sentence.of(
                    "link.the-baud-rate-is-not-possible",
                    "The baud rate \"{0}\" of {1} is not possible: write the one set on the device, usually 9600 or 115200",
                    text,
                    address));
        }
        return baud;
    }

    /** How long {@code bytes} take on the line, in milliseconds, rounded up. */
    long millisFor(int bytes) {
        int bitsPerByte = 1 + dataBits + (parity == 'N' ? 0 : 1) + stopBits;
        return (1_000L * bytes * bitsPerByte + baud - 1) / baud;
    }

    /** Sets {@code port} up so. */
    void applyTo(SerialPort port) {
        port.setComPortParameters(
                baud,
                dataBits,
                stopBits == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT,
                switch (parity) {
                    case 'E' -> SerialPort.EVEN_PARITY;
                    case 'O' -> SerialPort.ODD_PARITY;
                    default -> SerialPort.NO_PARITY;
                });
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    }
}
