package io.keentill.device.links;

import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * A USB device that a raw link can be had with.
 *
 * @param link the address that names it, {@code usb:VENDOR:PRODUCT[:SERIAL]}
 * @param name what it calls itself, if it may be asked
 * @param place bus and number, which change with each plugging
 * @param pipes its pairs of bulk endpoints, in the form of an address's options
 * @param hindrance why it cannot be opened now and what to do, if so
 */
public record UsbDeviceInfo(
        String link, Optional<String> name, Sentence place, List<String> pipes, Optional<Sentence> hindrance) {

    /** Copies the list. */
    public UsbDeviceInfo {
        pipes = List.copyOf(pipes);
    }
}
