package io.keentill.device.poslink.transport;

import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request and what comes back, over an open link: the till's side. One thread uses it; {@link #close} may come from any.
 */
public sealed interface Exchange extends AutoCloseable permits FramedExchange, HttpExchange {

    /** What became of a request on its way. */
    enum Delivery {
        /** The other side said that it has it, or answered already, or has no way to say so on this kind of link. */
        TAKEN,
        /** It was sent, and nobody said that it arrived. It may have. */
        UNCONFIRMED,
        /** The other side says again and again that it arrives damaged. */
        REFUSED
    }

    /**
     * Sends the request.
     *
     * @throws LinkException if the link is lost; the request may have arrived nevertheless
     */
    Delivery send(Message request) throws LinkException;

    /** How often the request was sent beyond the first time. Above 0 the other side may have it more than once. */
    int repeated();

    /** After a loss: whether certainly no byte of the request left. */
    boolean certainlyUnsent();

    /** Sends a message that needs no answer while one is awaited; does nothing where {@link #speaksWhileWaiting} is false. */
    void interject(Message message) throws LinkException;

    /** Whether a second message can be sent on this link while an answer is awaited. */
    boolean speaksWhileWaiting();

    /**
     * Waits for a message.
     *
     * @return null if none came in time
     * @throws LinkException if the link is lost, the other side ends the exchange, or what comes stays damaged
     */
    @Nullable
    Message receive(Duration atMost) throws LinkException;

    /** Says that the last message arrived and ends the exchange in order. */
    void confirm() throws LinkException;

    /** Says that the last message arrived, and that more is awaited. */
    void confirmAndGoOn() throws LinkException;

    @Override
    void close();
}
