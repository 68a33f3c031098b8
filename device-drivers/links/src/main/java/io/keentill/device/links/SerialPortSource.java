package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import java.util.List;

/** Says which serial ports there are now. */
@FunctionalInterface
public interface SerialPortSource {

    /**
     * The ports.
     *
     * @throws LinkException if they cannot be listed
     */
    List<SerialPortInfo> list() throws LinkException;
}
