package io.keentill.device.links;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which USB device is meant, and through which of its bulk endpoints to speak.
 *
 * @param vendor 0 to 0xFFFF
 * @param product 0 to 0xFFFF
 * @param serial of the one device meant, if several are alike
 * @param interfaceNumber 0 to 255, or empty for the first interface with bulk endpoints in both directions
 * @param out endpoint address towards the device, 0x01 to 0x0F, or empty for the interface's first
 * @param in endpoint address towards the till, 0x81 to 0x8F, or empty for the interface's first
 */
record UsbAddress(
        int vendor,
        int product,
        Optional<String> serial,
        OptionalInt interfaceNumber,
        OptionalInt out,
        OptionalInt in) {

    private static final Pattern IDENTITY = Pattern.compile("([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})(?::(.+))?");
    private static final int HEX = 16;

    /**
     * Reads {@code usb:VENDOR:PRODUCT[:SERIAL]?interface=0&out=01&in=82}; vendor, product and endpoints are hexadecimal as
     * the device's own tables show them.
     *
     * @throws LinkException if something in it is wrong
     */
    static UsbAddress of(LinkAddress address) throws LinkException {
        Options.allowOnly(address, Set.of("interface", "out", "in"));
        Matcher identity = IDENTITY.matcher(address.where());
        if (!identity.matches()) {
            throw new LinkException(Sentence.of(
                    "link.names-no-usb-device",
                    "\"{0}\" names no USB device: write usb:vendor:product or usb:vendor:product:serial, for example"
                            + " usb:04b8:0202:J5QF012345",
                    address));
        }
        return new UsbAddress(
                Integer.parseInt(identity.group(1), HEX),
                Integer.parseInt(identity.group(2), HEX),
                Optional.ofNullable(identity.group(3)),
                number(
                        address,
                        "interface",
                        "[0-9]{1,2}",
                        10,
                        Sentence.of("link.write-its-number", "its number, for example 0")),
                number(
                        address,
                        "out",
                        "(0x)?0?[1-9A-Fa-f]",
                        HEX,
                        Sentence.of("link.write-an-endpoint-out", "an endpoint from 01 to 0f, for example 01")),
                number(
                        address,
                        "in",
                        "(0x)?8[1-9A-Fa-f]",
                        HEX,
                        Sentence.of("link.write-an-endpoint-in", "an endpoint from 81 to 8f, for example 82")));
    }

    private static OptionalInt number(LinkAddress address, String name, String form, int radix, Sentence hint)
            throws LinkException {
        Optional<String> text = address.option(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches(form)) {
            throw new LinkException(Sentence.of(
                    "link.the-option-is-not-possible",
                    "The option {0}={1} of {2} is not possible: write {3}",
                    name,
                    text.get(),
                    address,
                    hint));
        }
        String digits = text.get().startsWith("0x") ? text.get().substring(2) : text.get();
        return OptionalInt.of(Integer.parseInt(digits, radix));
    }
}
