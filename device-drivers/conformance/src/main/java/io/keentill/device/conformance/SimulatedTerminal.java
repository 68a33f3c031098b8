package io.keentill.device.conformance;

import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.TerminalAddress;
import java.io.IOException;
import java.util.List;

/**
 * A terminal without hardware, on the other side of the protocol, with a host's books that no till can change: what is in
 * them is what truly happened. A scenario has one for itself and closes it.
 */
public interface SimulatedTerminal extends AutoCloseable {

    /** Where the driver finds it, with options that shorten the protocol's waits for tests. */
    TerminalAddress address();

    /** What carries the driver's bytes to it. The kit puts its faults in between. */
    LinkOpener links();

    /** What pairing would have left behind, for families that are paired. */
    default SecretStore secrets() {
        return SecretStore.inMemory();
    }

    /**
     * Lives the next payment like this.
     *
     * @return false if this kind of terminal cannot; the scenario is then skipped
     */
    boolean next(Play play);

    /** Everything the host ever approved, oldest first. */
    List<Booking> books();

    /** Whether nothing is running on it, so that its books stay as they are. */
    boolean isIdle();

    /** Whether two tills can reach it at the same time; a serial line has one end for a till. */
    default boolean takesTwoTills() {
        return true;
    }

    /** Ends it. */
    @Override
    void close() throws IOException;
}
