package io.keentill.device.link;

import java.time.Duration;

/** Opens links of one kind; found with {@link java.util.ServiceLoader}. */
public interface LinkProvider {

    /** The kind of {@link LinkAddress} it opens: tcp, serial… */
    String kind();

    /**
     * Opens a link.
     *
     * @param within how long opening may take
     * @throws LinkException if it cannot be opened; the message says what to check
     */
    Link open(LinkAddress address, Duration within) throws LinkException;
}
