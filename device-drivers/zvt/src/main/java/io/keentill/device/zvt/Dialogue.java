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

/**
 * Messages to and from one terminal over an open link, each traced. Waiting ends early when the thread is interrupted.
 *
 * <p>An answer names no command. So it is counted how many are still to come: only with none outstanding is the next answer
 * that to the next command.
 */
final class Dialogue implements AutoCloseable {

    private static final Duration SLICE = Duration.ofMillis(100);

    private final ApduTransport transport;
    private final FrameTrace trace;
    private int owed;
    private @Nullable Apdu last;

    Dialogue(ApduTransport transport, FrameTrace trace) {
        this.transport = transport;
        this.trace = trace;
    }

    /** Sends; returns how often the link had to repeat it. */
    int send(Apdu message) throws LinkException {
        trace.frame(FrameTrace.Direction.OUT, FrameMask.text(message));
        boolean asks = !Command.isReply(message.command());
        owed += asks ? 1 : 0;
        int again = transport.send(message);
        // What was sent again may have arrived more than once, and be answered as often.
        owed += asks ? again : 0;
        return again;
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
                owed -= owed > 0 && Command.isReply(message.command()) ? 1 : 0;
                last = message;
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

    /** Whether every command on this link was answered, so that the next answer is that to the next command. */
    boolean isClean() {
        return owed == 0;
    }

    /** Waits for answers that are still to come; false if something else came, or not all in time. */
    boolean collect(Duration atMost) throws LinkException {
        Deadline deadline = Deadline.in(atMost);
        while (owed > 0) {
            Apdu message = receive(deadline.left());
            if (message == null || !Command.isReply(message.command())) {
                return false;
            }
        }
        return true;
    }

    /** The last message from the terminal; null before the first. */
    @Nullable
    Apdu last() {
        return last;
    }

    /** Whether what comes may be a repetition of an older message. */
    boolean repeats() {
        return transport.repeats();
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
