package io.keentill.device.links;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A serial port this computer shows. A USB adapter keeps vendor, product and serial number when it is plugged in
 * elsewhere, its path may change.
 *
 * @param path what a {@code serial:} address names, such as /dev/ttyUSB0 or COM3
 * @param description what the system says it is, for people
 * @param vendorId USB vendor, 0 to 0xFFFF, if it is a USB device
 * @param productId USB product, 0 to 0xFFFF, if it is a USB device
 * @param serialNumber of the USB device, if it has one
 * @param manufacturer of the USB device, if it says so
 */
public record SerialPortInfo(
        String path,
        String description,
        OptionalInt vendorId,
        OptionalInt productId,
        Optional<String> serialNumber,
        Optional<String> manufacturer) {}
