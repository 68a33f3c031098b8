package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The USB devices of this computer that offer bulk endpoints in both directions. */
public final class UsbDevices {

    private UsbDevices() {}

    /**
     * Those that are plugged in now, by their addresses. Each is opened for a moment to ask for its name and serial number;
     * a device that another program holds is listed all the same.
     *
     * @throws LinkException if libusb-1.0 is missing or this computer has no USB; the message says what to do
     */
    public static List<UsbDeviceInfo> list() throws LinkException {
        return list(LibUsbBus::start, System.getProperty("os.name", ""));
    }

    static List<UsbDeviceInfo> list(UsbBus.Source system, String osName) throws LinkException {
        try (UsbBus bus = system.open()) {
            return bus.devices().stream()
                    .filter(device -> !device.pipes().isEmpty())
                    .map(device -> describe(device, osName))
                    .sorted(Comparator.comparing(UsbDeviceInfo::link)
                            .thenComparing(device -> device.place().toString()))
                    .toList();
        } catch (UsbException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.the-usb-devices-cannot-be-listed",
                            "The USB devices of this computer cannot be listed ({0})",
                            e.getMessage()),
                    e);
        }
    }

    private static UsbDeviceInfo describe(UsbDevice device, String osName) {
        String id = "%04x:%04x".formatted(device.vendor(), device.product());
        String name = id + device.serial().map(serial -> ":" + serial).orElse("");
        Optional<Sentence> hindrance = device.barred().map(error -> UsbFailure.openingWords(name, error, osName));
        return new UsbDeviceInfo(
                "usb:" + name,
                device.name(),
                device.place(),
                device.pipes().stream().map(UsbPipes::toString).toList(),
                hindrance);
    }
}
