package io.keentill.device.links;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Opens {@code serial:path} links on serial ports, USB adapters and pseudo terminals. A USB device can be named by what it
 * is instead of where it is, {@code serial:usb:0403:6001} or {@code serial:usb:0403:6001:A10K2X} with its serial number, so
 * that it is found again in whichever socket it is plugged. Options: {@code baud} (default
 * 9600) and {@code format} (data bits, parity N/E/O, stop bits; default 8N2). Flow control is off.
 */
public final class SerialLinkProvider implements LinkProvider {

    private final SerialDevices devices;

    /** For {@link java.util.ServiceLoader}. */
    public SerialLinkProvider() {
        this(SerialPorts::list);
    }

    /** One that asks {@code ports} where USB devices are now. */
    public SerialLinkProvider(SerialPortSource ports) {
        this.devices = new SerialDevices(ports);
    }

    @Override
    public String kind() {
        return "serial";
    }

    /**
     * {@inheritDoc} The port is opened for the till alone.
     *
     * @throws LinkException if an option is wrong, the port is not there, may not be opened, is in use, or does not
     *     open within {@code within}
     */
    @Override
    public Link open(LinkAddress address, Duration within) throws LinkException {
        SerialSettings settings = SerialSettings.of(address);
        try {
            SerialPort port = find(devices.path(address.where()));
            SerialLink link = new SerialLink(address, settings, port);
            link.open(within);
            return link;
        } catch (LinkageError e) {
            throw SerialPorts.unsupported(e);
        }
    }

    private static SerialPort find(String where) throws LinkException {
        // The library would look for a path that is missing under /dev by its last name, and open what was not meant.
        boolean path = where.startsWith("/");
        if (path && !Files.exists(Path.of(where))) {
            throw SerialFailure.unknown(where, known());
        }
        try {
            return SerialPort.getCommPort(where);
        } catch (SerialPortInvalidPortException e) {
            LinkException unknown = SerialFailure.unknown(where, known());
            unknown.initCause(e);
            throw unknown;
        }
    }

    private static String known() throws LinkException {
        return SerialPorts.list().stream().map(SerialPortInfo::path).collect(Collectors.joining(", "));
    }
}
