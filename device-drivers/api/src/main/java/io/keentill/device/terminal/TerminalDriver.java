package io.keentill.device.terminal;

import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A family of terminals; found with {@link java.util.ServiceLoader}. */
public interface TerminalDriver {

    /** The version of this contract. A driver built for another is reported and left out. */
    int CONTRACT = 1;

    /** The version the driver was built for: return the literal number, not {@link #CONTRACT}. */
    int contractVersion();

    /** First part of a {@link TerminalAddress}: zvt, weblink… */
    String family();

    /** For people: {@code ZVT (girocard terminals)}. */
    String displayName();

    /**
     * The kinds of link, second part of a {@link TerminalAddress}, that it takes: tcp, tls, serial… Some name a way of
     * speaking that runs over another link: http over tcp, cloud over none.
     */
    Set<String> links();

    /** Where such terminals usually listen on a network; empty where a search finds none of them. */
    default List<UsualPlace> usualPlaces() {
        return List.of();
    }

    /** What of an address an installer should be asked for; empty where every default fits. */
    default List<DriverSetting> settings() {
        return List.of();
    }

    /**
     * A terminal at {@code address}. Opens nothing yet.
     *
     * @throws IllegalArgumentException if the address or an option is wrong; the message is for people
     */
    PaymentTerminal open(TerminalAddress address, Context context);

    /**
     * What the till gives a driver.
     *
     * @param links the only way to bytes
     * @param clock for dates sent to a terminal; deadlines use {@link System#nanoTime}
     * @param trace gets every frame, already masked by the driver
     * @param secrets keeps what is agreed in pairing, under the terminal's address
     */
    record Context(LinkOpener links, Clock clock, FrameTrace trace, SecretStore secrets) {}
}
