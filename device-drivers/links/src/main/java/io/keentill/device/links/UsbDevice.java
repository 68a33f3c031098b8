package io.keentill.device.links;

import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * A device that is plugged in now.
 *
 * @param vendor 0 to 0xFFFF
 * @param product 0 to 0xFFFF
 * @param name what it calls itself, if it may be asked
 * @param place where it is, for people: bus and number, which change with each plugging
 * @param serial its serial number, if it has one and may be asked
 * @param barred why it could not be opened to be asked, if so
 * @param pipes the pairs of bulk endpoints of its interfaces, in its own order
 */
record UsbDevice(
        int vendor,
        int product,
        Optional<String> name,
        Sentence place,
        Optional<String> serial,
        Optional<UsbError> barred,
        List<UsbPipes> pipes) {

    UsbDevice {
        pipes = List.copyOf(pipes);
    }
}
