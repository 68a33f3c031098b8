package io.keentill.device.link;

import io.keentill.domain.text.Sentence;
import java.io.IOException;
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

    /**
     * Opens a link of a kind that remembers whom it met first, such as a pinned certificate.
     *
     * @param memory where it remembers; kinds that remember nothing leave it alone
     * @throws LinkException as above, and if whoever answers is not whom it met before
     */
    default Link open(LinkAddress address, Duration within, SecretStore memory) throws LinkException {
        return open(address, within);
    }

    /**
     * Forgets whom it met at {@code address}, so that the next opening meets anew: part of unpairing.
     *
     * @throws IOException if that cannot be written; the message is for people
     */
    default void forget(LinkAddress address, SecretStore memory) throws IOException {
        // Most kinds of link remember nothing.
    }

    /**
     * Waits for devices that open a link of this kind to the till.
     *
     * @param address where at this machine
     * @throws LinkException if it cannot; the message says what to check
     */
    default LinkListener listen(LinkAddress address) throws LinkException {
        throw new LinkException(
                Sentence.of("link.no-device-can-call-the-till", "No device can call the till over {0}", kind()));
    }
}
