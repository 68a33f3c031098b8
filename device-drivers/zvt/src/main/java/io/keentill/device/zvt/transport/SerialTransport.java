package io.keentill.device.zvt.transport;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.SerialDecoder;
import io.keentill.device.zvt.codec.SerialDecoder.Event;
import io.keentill.device.zvt.codec.SerialFrame;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Frames with checksum, each acknowledged by one byte (PA00P016). A frame that comes where an acknowledgement was awaited
 * lets us go on as if it were one, but proves nothing: it may be the repetition of an older frame.
 */
final class SerialTransport implements ApduTransport {

    private static final byte[] ACK = {SerialFrame.ACK};
    private static final byte[] NAK = {SerialFrame.NAK};

    private final Link link;
    private final SerialTimings timings;
    private final SerialDecoder decoder = new SerialDecoder();
    private final Queue<Event> events = new ArrayDeque<>();
    private final Queue<Apdu> arrived = new ArrayDeque<>();
    private final byte[] buffer = new byte[1024];
    private boolean acknowledged;

    SerialTransport(Link link, SerialTimings timings) {
        this.link = link;
        this.timings = timings;
    }

    @Override
    public int send(Apdu message) throws LinkException {
        acknowledged = false;
        byte[] frame = SerialFrame.wrap(message.encode()).toArray();
        for (int again = 0; again <= timings.retransmissions(); again++) {
            link.write(frame);
            if (taken()) {
                return again;
            }
        }
        throw new LinkException(Sentence.of(
                "zvt.the-terminal-does-not-acknowledge-what",
                "The terminal does not acknowledge what it is sent. Check the cable and the baud" + " rate at {0}",
                link.address()));
    }

    @Override
    public @Nullable Apdu receive(Duration atMost) throws LinkException {
        Deadline deadline = Deadline.in(atMost);
        do {
            Apdu waiting = arrived.poll();
            if (waiting != null) {
                return waiting;
            }
            if (next(deadline) instanceof Event.Message(Apdu apdu)) {
                return apdu;
            }
        } while (!events.isEmpty() || !deadline.passed());
        return null;
    }

    @Override
    public void discard(Duration quiet) throws LinkException {
        Deadline end = Deadline.in(quiet.multipliedBy(20));
        while (link.read(buffer, quiet) > 0 && !end.passed()) {
            // Left over from before the line was opened.
        }
        decoder.reset();
        events.clear();
        arrived.clear();
    }

    @Override
    public boolean confirmsDelivery() {
        return acknowledged;
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public void close() {
        link.close();
    }

    private boolean taken() throws LinkException {
        Deadline deadline = Deadline.in(timings.acknowledge());
        do {
            switch (next(deadline)) {
                case Event.Ack() -> {
                    acknowledged = true;
                    return true;
                }
                case Event.Nak() -> {
                    return false;
                }
                case Event.Message(Apdu apdu) -> {
                    arrived.add(apdu);
                    return true;
                }
                case Event.Damaged() -> {
                    // It was refused already; the acknowledgement may still come.
                }
                case null -> {
                    // Nothing yet.
                }
            }
        } while (!events.isEmpty() || !deadline.passed());
        return false;
    }

    /** The next event before {@code deadline}, already acknowledged; null if there was none. */
    private @Nullable Event next(Deadline deadline) throws LinkException {
        Event event = events.poll();
        while (event == null) {
            boolean within = decoder.midFrame();
            int count = link.read(buffer, within ? timings.interByte() : deadline.left());
            if (count == 0 && within) {
                decoder.reset();
                event = new Event.Damaged();
            } else if (count == 0 || (deadline.passed() && !within)) {
                // Bytes taken here stay in the decoder; a line that babbles must not hold us past the deadline.
                decode(count);
                event = events.poll();
                if (event == null) {
                    return null;
                }
                break;
            }
            decode(count);
            event = event == null ? events.poll() : event;
        }
        answer(event);
        return event;
    }

    private void decode(int came) {
        for (int i = 0; i < came; i++) {
            Event event = decoder.accept(buffer[i] & 0xFF);
            if (event != null) {
                events.add(event);
            }
        }
    }

    private void answer(Event event) throws LinkException {
        switch (event) {
            case Event.Message _ -> link.write(ACK);
            case Event.Damaged() -> link.write(NAK);
            case Event.Ack(), Event.Nak() -> {
                // Acknowledgements are not acknowledged.
            }
        }
    }
}
