package io.keentill.device.conformance;

import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
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
     * A till's driver in front of it. The kit's faults are in {@code context.links()}; a driver that brings a connection of
     * its own instead is led through a {@link LinkProxy} over those links, which ends with this terminal.
     *
     * @throws IOException if it cannot be opened; the scenario fails
     */
    default PaymentTerminal open(TerminalDriver driver, TerminalDriver.Context context) throws IOException {
        return driver.open(address(), context);
    }

    /**
     * Lives the next payment like this.
     *
     * @return false if this kind of terminal cannot; the scenario is then skipped
     */
    boolean next(Play play);

    /** Why it cannot play this, for the report of what was skipped. */
    default String cannot(Play play) {
        return "The simulated terminal cannot play " + play;
    }

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
