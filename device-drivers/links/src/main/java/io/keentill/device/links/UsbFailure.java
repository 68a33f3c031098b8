package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what is wrong with a USB device and what to do. */
final class UsbFailure {

    private UsbFailure() {}

    /** The library is not on this computer. */
    static String noLibrary(String osName) {
        String what = "Raw USB links need the system library libusb-1.0, which is not on this computer. ";
        return what
                + switch (Os.of(osName)) {
                    case LINUX ->
                        "Install it, for example with \"sudo apt install libusb-1.0-0\" or \"sudo dnf install libusb1\"";
                    case MAC -> "Install it with \"brew install libusb\"";
                    case WINDOWS ->
                        "Put libusb-1.0.dll from libusb.info into a folder of the PATH, or connect the device over the"
                                + " network or a serial port";
                };
    }

    static LinkException notPlugged(String name) {
        return new LinkException("The USB device " + name + " is not plugged in. Check its cable and its power");
    }

    static LinkException several(String name, List<UsbDevice> devices) {
        return new LinkException("There are several USB devices " + name + ": "
                + devices.stream().map(UsbFailure::describe).collect(Collectors.joining(", "))
                + ". Add the serial number to the address, or unplug the others");
    }

    private static String describe(UsbDevice device) {
        return device.place()
                + device.serial().map(serial -> " (serial " + serial + ")").orElse(" (no serial number)");
    }

    static LinkException opening(String name, UsbError error, String osName, UsbException cause) {
        return new LinkException(openingWords(name, error, osName), cause);
    }

    /** For a device that could not be opened. */
    static String openingWords(String name, UsbError error, String osName) {
        return switch (error) {
            case ACCESS -> "The till may not use the USB device " + name + ". " + permission(osName);
            case BUSY ->
                "The USB device " + name
                        + " is in use by another program, or by the till itself. Close that program, and check that no two"
                        + " devices are set up with this address";
            case GONE -> "The USB device " + name + " is not there any more. Check its cable and its power";
            case NOT_SUPPORTED ->
                "The system keeps the USB device " + name + " for its own driver. "
                        + (Os.of(osName) == Os.WINDOWS
                                ? "Give it the WinUSB driver with Zadig, or connect it over the network or as a printer"
                                : "Connect it over the network or a serial port");
            case TIMEOUT, STALL, OTHER ->
                "The USB device " + name + " cannot be opened. Unplug it, plug it in again, and check its power";
        };
    }

    private static String permission(String osName) {
        return switch (Os.of(osName)) {
            case LINUX ->
                "Give its user the right with a udev rule such as SUBSYSTEM==\"usb\", ATTR{idVendor}==\"…\","
                        + " TAG+=\"uaccess\", and plug it in again";
            case MAC -> "Another driver of the system holds it: close the program that uses it, or remove that driver";
            case WINDOWS -> "Close the program that uses it, and check that it has the WinUSB driver";
        };
    }

    /** For a device that was lost while the link was open. */
    static String lost(String name, UsbError error) {
        return switch (error) {
            case TIMEOUT ->
                "The USB device " + name + " takes no data. Check that it is on, has paper and has not frozen";
            case STALL ->
                "The USB device " + name
                        + " refuses the exchange. Switch it off and on, and check interface and endpoints";
            case GONE, ACCESS, BUSY, NOT_SUPPORTED, OTHER ->
                "The USB device " + name + " is gone. Check its cable and its power, then connect again";
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
