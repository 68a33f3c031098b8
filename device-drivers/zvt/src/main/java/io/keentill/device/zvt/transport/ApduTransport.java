package io.keentill.device.zvt.transport;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries whole messages over a link. One thread uses it; {@link #close} may come from any. */
public sealed interface ApduTransport extends AutoCloseable permits TcpTransport, SerialTransport {

    /**
     * Sends a message.
     *
     * @return how often it had to be sent again, 0 normally. Above 0 the other side may have seen it more than once.
     * @throws LinkException if the link is lost or the other side does not take it; it may have arrived nevertheless
     */
    int send(Apdu message) throws LinkException;

    /**
     * Waits for a message.
     *
     * @return null if none came in time
     * @throws LinkException if the link is lost, or what comes can never become a message
     */
    @Nullable
    Apdu receive(Duration atMost) throws LinkException;

    /** Throws away what has come, until nothing more comes for {@code quiet}. */
    void discard(Duration quiet) throws LinkException;

    /** Whether the other side acknowledged the last message sent, so that it certainly arrived. */
    boolean confirmsDelivery();

    /** Whether the other side may send a message again, so that what comes may be a repetition of an older message. */
    boolean repeats();

    @Override
    void close();

    /** The transport for this kind of link: frames on {@code serial}, bare messages on everything else. */
    static ApduTransport over(Link link, SerialTimings timings) {
        return link.address().kind().equals("serial")
                ? new SerialTransport(link, timings)
                : new TcpTransport(link, timings.acknowledge());
    }
}
