package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A pair of bulk endpoints of one interface of a device.
 *
 * @param interfaceNumber 0 to 255
 * @param alternate alternate setting of the interface that has these endpoints
 * @param out endpoint address towards the device, 0x01 to 0x0F
 * @param in endpoint address towards the till, 0x81 to 0x8F
 */
record UsbPipes(int interfaceNumber, int alternate, int out, int in) {

    /**
     * The first pair that {@code wanted} allows.
     *
     * @param offered all pairs of the device, in its own order
     * @throws LinkException if the device has none, naming those it has
     */
    static UsbPipes choose(UsbAddress wanted, String name, List<UsbPipes> offered) throws LinkException {
        for (UsbPipes pipes : offered) {
            if (allows(wanted.interfaceNumber(), pipes.interfaceNumber)
                    && allows(wanted.out(), pipes.out)
                    && allows(wanted.in(), pipes.in)) {
                return pipes;
            }
        }
        if (offered.isEmpty()) {
            throw new LinkException(Sentence.of(
                    "link.the-usb-device-has-no-bulk-endpoints",
                    "The USB device {0} has no bulk endpoints in both directions, so no link can be had with it. If it is a"
                            + " serial device, use serial:usb:…; if it is a printer, use its device file",
                    name));
        }
        throw new LinkException(Sentence.of(
                "link.the-usb-device-has-no-such-interface",
                "The USB device {0} has no such interface or endpoints. It offers {1}",
                name,
                offered.stream().map(UsbPipes::toString).collect(Collectors.joining(", "))));
    }

    private static boolean allows(OptionalInt wanted, int offered) {
        return wanted.isEmpty() || wanted.getAsInt() == offered;
    }

    /** In the form of an address's options. */
    @Override
    public String toString() {
        return "interface=%d&out=%02x&in=%02x".formatted(interfaceNumber, out, in);
    }
}
