package io.keentill.device.links;

import com.fazecast.jSerialComm.SerialPort;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The serial ports of this computer. */
public final class SerialPorts {

    private static final String WINDOWS_DEVICE = "\\\\.\\";

    private SerialPorts() {}

    /**
     * The ports the system shows now, by path. Pseudo terminals and ports without a driver are not among them, and may be
     * opened by their path all the same.
     *
     * @throws LinkException if this computer has no support for serial ports
     */
    public static List<SerialPortInfo> list() throws LinkException {
        try {
            return Arrays.stream(SerialPort.getCommPorts())
                    .map(SerialPorts::describe)
                    .sorted(Comparator.comparing(SerialPortInfo::path))
                    .toList();
        } catch (LinkageError e) {
            throw unsupported(e);
        }
    }

    /** For when the native half of the serial library does not load. */
    static LinkException unsupported(LinkageError cause) {
        return new LinkException(
                Sentence.of(
                        "link.serial-ports-cannot-be-used",
                        "Serial ports cannot be used on this computer: their system library does not load. Connect the"
                                + " device over the network instead, or install the till anew"),
                cause);
    }

    private static SerialPortInfo describe(SerialPort port) {
        String path = port.getSystemPortPath();
        return new SerialPortInfo(
                path.startsWith(WINDOWS_DEVICE) ? path.substring(WINDOWS_DEVICE.length()) : path,
                told(port.getPortDescription()).orElse("Serial port"),
                usbId(port.getVendorID()),
                usbId(port.getProductID()),
                told(port.getSerialNumber()),
                told(port.getManufacturer()));
    }

    private static OptionalInt usbId(int id) {
        return id > 0 ? OptionalInt.of(id) : OptionalInt.empty();
    }

    private static Optional<String> told(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty() && !t.equalsIgnoreCase("Unknown"));
    }
}
