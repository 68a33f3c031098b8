package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a USB device by vendor, product and serial number: port names change with the socket and the sequence. */
final class SerialDevices {

    private static final String PREFIX = "usb:";
    private static final Pattern IDENTITY = Pattern.compile("usb:([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})(?::(.+))?");

    private final SerialPortSource ports;

    SerialDevices(SerialPortSource ports) {
        this.ports = ports;
    }

    /**
     * The path of the port that {@code where} names now; a path stays as it is.
     *
     * @throws LinkException if the identity is misspelt, no such device is plugged in, or several are
     */
    String path(String where) throws LinkException {
        if (!where.startsWith(PREFIX)) {
            return where;
        }
        Matcher identity = IDENTITY.matcher(where);
        if (!identity.matches()) {
            throw new LinkException(Sentence.of(
                    "link.names-no-usb-serial-device",
                    "\"{0}\" names no USB device: write usb:vendor:product or usb:vendor:product:serial, for example"
                            + " usb:0403:6001:A10K2X",
                    where));
        }
        int vendor = Integer.parseInt(identity.group(1), 16);
        int product = Integer.parseInt(identity.group(2), 16);
        Optional<String> serial = Optional.ofNullable(identity.group(3));
        List<SerialPortInfo> matches = ports.list().stream()
                .filter(port -> port.vendorId().orElse(-1) == vendor
                        && port.productId().orElse(-1) == product
                        && (serial.isEmpty() || serial.equals(port.serialNumber())))
                .toList();
        return switch (matches.size()) {
            case 0 -> throw UsbFailure.notPlugged(where.substring(PREFIX.length()));
            case 1 -> matches.getFirst().path();
            default ->
                throw new LinkException(Sentence.of(
                        "link.there-are-several-serial-usb-devices",
                        "There are several USB devices {0}: {1}. Add the serial number, or name the port",
                        where.substring(PREFIX.length()),
                        Listed.of(matches.stream().map(SerialDevices::name).toList())));
        };
    }

    private static Sentence name(SerialPortInfo port) {
        return port.serialNumber()
                .map(serial -> Sentence.of("link.port-with-serial", "{0} (serial {1})", port.path(), serial))
                .orElseGet(() -> Sentence.quoted(port.path()));
    }
}
