package io.keentill.device.link;

import java.time.Duration;

/**
 * An open way to bytes: the only one a driver has. One reader and one writer thread may use it at the same time.
 * Nothing here blocks without a bound.
 */
public interface Link extends AutoCloseable {

    /**
     * Sends all of {@code bytes}.
     *
     * @throws LinkException if the link is lost; some bytes may have left
     */
    void write(byte[] bytes) throws LinkException;

    /**
     * Waits for at least one byte.
     *
     * @param into receives what has come, from its start
     * @param atMost how long to wait, zero or above
     * @return how many bytes came, 0 if none did in time
     * @throws LinkException if the link is lost or closed, at once and not only after {@code atMost}
     */
    int read(byte[] into, Duration atMost) throws LinkException;

    /** Where it leads. */
    LinkAddress address();

    /** Closes it; a waiting read ends with {@link LinkException}. May be called twice and from any thread. */
    @Override
    void close();
}
