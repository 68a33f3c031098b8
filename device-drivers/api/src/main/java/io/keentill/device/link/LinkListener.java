package io.keentill.device.link;

import java.time.Duration;
import java.util.Optional;

/** Waits for devices that call the till. */
public interface LinkListener extends AutoCloseable {

    /**
     * The next link that a device opened.
     *
     * @param atMost how long to wait
     * @return empty if none came in time
     * @throws LinkException if it can no longer listen, or was closed
     */
    Optional<Link> accept(Duration atMost) throws LinkException;

    /** Where it listens, with the port that was taken if any was asked for. */
    LinkAddress address();

    /** Stops; a waiting accept ends with {@link LinkException}. Links that were accepted stay open. */
    @Override
    void close();
}
