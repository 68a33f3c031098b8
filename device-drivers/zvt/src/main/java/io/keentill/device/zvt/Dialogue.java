package io.keentill.device.zvt;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.transport.ApduTransport;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Messages to and from one terminal over an open link, each traced. Waiting ends early when the thread is interrupted. */
final class Dialogue implements AutoCloseable {

    private static final Duration SLICE = Duration.ofMillis(100);

    private final ApduTransport transport;
    private final FrameTrace trace;

    Dialogue(ApduTransport transport, FrameTrace trace) {
        this.transport = transport;
        this.trace = trace;
    }

    /** Sends; returns how often the link had to repeat it. */
    int send(Apdu message) throws LinkException {
        trace.frame(FrameTrace.Direction.OUT, FrameMask.text(message));
        return transport.send(message);
    }

    /** The next message, or null if none came in time. */
    @Nullable
    Apdu receive(Duration atMost) throws LinkException {
        Deadline deadline = Deadline.in(atMost);
        do {
            if (Thread.currentThread().isInterrupted()) {
                throw new LinkException(Sentence.of(
                        "zvt.the-till-stopped-waiting-for-the", "The till stopped waiting for the terminal"));
            }
            Apdu message = transport.receive(deadline.left(SLICE));
            if (message != null) {
                trace.frame(FrameTrace.Direction.IN, FrameMask.text(message));
                return message;
            }
        } while (!deadline.passed());
        return null;
    }

    /** Says yes to the terminal's last message. */
    void yes() throws LinkException {
        send(new Apdu(Command.POSITIVE, Bytes.EMPTY));
    }

    /** Says no to the terminal's last message. */
    void no() throws LinkException {
        send(new Apdu(Command.NEGATIVE, Bytes.EMPTY));
    }

    /** Says that what came last cannot be printed: the terminal reverses its payment. */
    void cannotPrint() throws LinkException {
        send(new Apdu(Command.CANNOT_PRINT, Bytes.EMPTY));
    }

    /** Says that we do not know the terminal's last message. */
    void notKnown() throws LinkException {
        send(new Apdu(Command.NOT_KNOWN, Bytes.EMPTY));
    }

    /** Whether the terminal acknowledged the last message, so that it certainly has it. */
    boolean confirmsDelivery() {
        return transport.confirmsDelivery();
    }

    @Override
    public void close() {
        transport.close();
    }
}
