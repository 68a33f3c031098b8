package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.util.Locale;

/** Turns the number a system gives when a port cannot be opened into words. */
final class SerialFailure {

    private static final int ENOENT = 2;
    private static final int ENXIO = 6;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int ENODEV = 19;
    private static final int ENOTTY = 25;
    private static final int EAGAIN_LINUX = 11;
    private static final int EAGAIN_MAC = 35;
    private static final int EPERM = 1;
    private static final int EIO = 5;

    private SerialFailure() {}

    /** For a port that is not there, on any system. */
    static LinkException unknown(String where, String known) {
        return new LinkException(
                known.isEmpty()
                        ? Sentence.of(
                                "link.there-is-no-serial-port-and-none",
                                "There is no serial port {0}. Check that the device is plugged in and switched on; this"
                                        + " computer shows no serial port now",
                                where)
                        : Sentence.of(
                                "link.there-is-no-serial-port",
                                "There is no serial port {0}. Check that the device is plugged in and switched on; this"
                                        + " computer shows {1}",
                                where,
                                known));
    }

    /** For a port this program holds open already. */
    static LinkException openHere(String where) {
        return new LinkException(Sentence.of(
                "link.the-serial-port-is-in-use-here",
                "The serial port {0} is in use by the till itself. Check that no two"
                        + " devices are set up on the same port",
                where));
    }

    /**
     * For error {@code code} of a Unix system (errno) or of Windows (GetLastError).
     *
     * @param osName the value of the system property os.name
     */
    static LinkException opening(String where, int code, String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        return os.startsWith("windows") ? onWindows(where, code) : onUnix(where, code, os.startsWith("linux"));
    }

    private static LinkException onUnix(String where, int code, boolean linux) {
        return switch (code) {
            case EACCES, EPERM ->
                new LinkException(
                        linux
                                ? Sentence.of(
                                        "link.the-till-may-not-open-the-port-linux",
                                        "The till may not open the serial port {0}. Put its user into the group that owns"
                                                + " the port, usually with \"sudo usermod -aG dialout $USER\" (group uucp"
                                                + " on some systems), and log in again",
                                        where)
                                : Sentence.of(
                                        "link.the-till-may-not-open-the-port",
                                        "The till may not open the serial port {0}. Give its user the right to read and"
                                                + " write this port",
                                        where));
            case EBUSY, EAGAIN_LINUX, EAGAIN_MAC -> inUse(where);
            case ENOENT, ENXIO, ENODEV, EIO -> gone(where);
            case ENOTTY ->
                new LinkException(Sentence.of(
                        "link.is-no-serial-port",
                        "{0} is no serial port. Check the path, for example /dev/ttyUSB0 or /dev/ttyACM0",
                        where));
            default -> other(where, code);
        };
    }

    private static LinkException onWindows(String where, int code) {
        return switch (code) {
            case 2, 3 -> gone(where);
            case 5, 32 -> inUse(where);
            default -> other(where, code);
        };
    }

    private static LinkException inUse(String where) {
        return new LinkException(Sentence.of(
                "link.the-serial-port-is-in-use",
                "The serial port {0} is in use by another program. Close that program, or set"
                        + " up another port here",
                where));
    }

    private static LinkException gone(String where) {
        return new LinkException(Sentence.of(
                "link.the-device-on-the-port-is-not-there",
                "The device on the serial port {0} is not there any more. Check that it is plugged in and switched on",
                where));
    }

    private static LinkException other(String where, int code) {
        return new LinkException(Sentence.of(
                "link.the-serial-port-cannot-be-opened",
                "The serial port {0} cannot be opened (error {1}). Unplug the device, plug it in again, and check the baud"
                        + " rate and format",
                where,
                code));
    }
}
