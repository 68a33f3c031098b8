package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
            throw new LinkException("\"" + where + "\" names no USB device: write usb:vendor:product or"
                    + " usb:vendor:product:serial, for example usb:0403:6001:A10K2X");
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
            case 0 ->
                throw new LinkException("The USB device " + where.substring(PREFIX.length())
                        + " is not plugged in. Check its cable and its power");
            case 1 -> matches.getFirst().path();
            default ->
                throw new LinkException("There are several USB devices " + where.substring(PREFIX.length()) + ": "
                        + matches.stream().map(SerialDevices::name).collect(Collectors.joining(", "))
                        + ". Add the serial number, or name the port");
        };
    }

    private static String name(SerialPortInfo port) {
        return port.path()
                + port.serialNumber().map(serial -> " (serial " + serial + ")").orElse("");
    }
}
