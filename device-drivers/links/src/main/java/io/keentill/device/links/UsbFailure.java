package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Locale;

/** Says in words what is wrong with a USB device and what to do. */
final class UsbFailure {

    private UsbFailure() {}

    /** The library is not on this computer. */
    static Sentence noLibrary(String osName) {
        return switch (Os.of(osName)) {
            case LINUX ->
                Sentence.of(
                        "link.no-libusb-linux",
                        "Raw USB links need the system library libusb-1.0, which is not on this computer. Install it, for"
                                + " example with \"sudo apt install libusb-1.0-0\" or \"sudo dnf install libusb1\"");
            case MAC ->
                Sentence.of(
                        "link.no-libusb-mac",
                        "Raw USB links need the system library libusb-1.0, which is not on this computer. Install it with"
                                + " \"brew install libusb\"");
            case WINDOWS ->
                Sentence.of(
                        "link.no-libusb-windows",
                        "Raw USB links need the system library libusb-1.0, which is not on this computer. Put"
                                + " libusb-1.0.dll from libusb.info into a folder of the PATH, or connect the device over"
                                + " the network or a serial port");
        };
    }

    static LinkException notPlugged(String name) {
        return new LinkException(Sentence.of(
                "link.the-usb-device-is-not-plugged-in",
                "The USB device {0} is not plugged in. Check its cable and its power",
                name));
    }

    static LinkException several(String name, List<UsbDevice> devices) {
        return new LinkException(Sentence.of(
                "link.there-are-several-usb-devices",
                "There are several USB devices {0}: {1}. Add the serial number to the address, or unplug the others",
                name,
                Listed.of(devices.stream().map(UsbFailure::describe).toList())));
    }

    private static Sentence describe(UsbDevice device) {
        return device.serial()
                .map(serial -> Sentence.of("link.place-with-serial", "{0} (serial {1})", device.place(), serial))
                .orElseGet(() -> Sentence.of("link.place-without-serial", "{0} (no serial number)", device.place()));
    }

    static LinkException opening(String name, UsbError error, String osName, UsbException cause) {
        return new LinkException(openingWords(name, error, osName), cause);
    }

    /** For a device that could not be opened. */
    static Sentence openingWords(String name, UsbError error, String osName) {
        return switch (error) {
            case ACCESS -> noPermission(name, Os.of(osName));
            case BUSY ->
                Sentence.of(
                        "link.the-usb-device-is-in-use",
                        "The USB device {0} is in use by another program, or by the till itself. Close that program, and"
                                + " check that no two devices are set up with this address",
                        name);
            case GONE ->
                Sentence.of(
                        "link.the-usb-device-is-not-there",
                        "The USB device {0} is not there any more. Check its cable and its power",
                        name);
            case NOT_SUPPORTED -> kept(name, Os.of(osName));
            case TIMEOUT, STALL, OTHER ->
                Sentence.of(
                        "link.the-usb-device-cannot-be-opened",
                        "The USB device {0} cannot be opened. Unplug it, plug it in again, and check its power",
                        name);
        };
    }

    private static Sentence kept(String name, Os os) {
        return os == Os.WINDOWS
                ? Sentence.of(
                        "link.the-system-keeps-the-usb-device-windows",
                        "The system keeps the USB device {0} for its own driver. Give it the WinUSB driver with Zadig, or"
                                + " connect it over the network or as a printer",
                        name)
                : Sentence.of(
                        "link.the-system-keeps-the-usb-device",
                        "The system keeps the USB device {0} for its own driver. Connect it over the network or a serial"
                                + " port",
                        name);
    }

    private static Sentence noPermission(String name, Os os) {
        return switch (os) {
            case LINUX ->
                Sentence.of(
                        "link.the-till-may-not-use-the-usb-device-linux",
                        "The till may not use the USB device {0}. Give its user the right with a udev rule such as"
                                + " SUBSYSTEM==\"usb\", ATTR{idVendor}==\"…\", TAG+=\"uaccess\", and plug it in again",
                        name);
            case MAC ->
                Sentence.of(
                        "link.the-till-may-not-use-the-usb-device-mac",
                        "The till may not use the USB device {0}. Another driver of the system holds it: close the program"
                                + " that uses it, or remove that driver",
                        name);
            case WINDOWS ->
                Sentence.of(
                        "link.the-till-may-not-use-the-usb-device-windows",
                        "The till may not use the USB device {0}. Close the program that uses it, and check that it has the"
                                + " WinUSB driver",
                        name);
        };
    }

    /** For a device that was lost while the link was open. */
    static Sentence lost(String name, UsbError error) {
        return switch (error) {
            case TIMEOUT ->
                Sentence.of(
                        "link.the-usb-device-takes-no-data",
                        "The USB device {0} takes no data. Check that it is on, has paper and has not frozen",
                        name);
            case STALL ->
                Sentence.of(
                        "link.the-usb-device-refuses-the-exchange",
                        "The USB device {0} refuses the exchange. Switch it off and on, and check interface and endpoints",
                        name);
            case GONE, ACCESS, BUSY, NOT_SUPPORTED, OTHER ->
                Sentence.of(
                        "link.the-usb-device-is-gone",
                        "The USB device {0} is gone. Check its cable and its power, then connect again",
                        name);
        };
    }

    /** The systems that need words of their own. */
    private enum Os {
        LINUX,
        MAC,
        WINDOWS;

        static Os of(String name) {
            String os = name.toLowerCase(Locale.ROOT);
            return os.startsWith("windows") ? WINDOWS : os.startsWith("mac") ? MAC : LINUX;
        }
    }
}
