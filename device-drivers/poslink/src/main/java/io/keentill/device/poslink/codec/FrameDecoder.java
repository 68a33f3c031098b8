package io.keentill.device.poslink.codec;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds frames and control bytes in a stream, however it is cut. Takes one byte at a time and holds no more than one body.
 * Bytes between frames that mean nothing are dropped: lines are noisy and clients leave rests behind.
 */
public final class FrameDecoder {

    /** What a byte completed. */
    public sealed interface Event {

        /** A frame whose check byte is right and whose body can be read. */
        record Whole(Message message) implements Event {}

        /** A frame that is damaged, too long or unreadable. */
        record Damaged() implements Event {}

        /** A control byte outside of frames: {@link Control#ACK}, NAK, EOT or ENQ. */
        record Sign(int control) implements Event {}
    }

    private enum State {
        BETWEEN,
        BODY,
        CHECK
    }

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private State state = State.BETWEEN;

    /** Takes the next byte, 0 to 255; null if it completes nothing. */
    public @Nullable Event accept(int next) {
        return switch (state) {
            case BETWEEN -> between(next);
            case BODY -> body(next);
            case CHECK -> check(next);
        };
    }

    /** Whether a frame has begun and not ended. */
    public boolean midFrame() {
        return state != State.BETWEEN;
    }

    /** Forgets a frame that has begun. */
    public void reset() {
        body.reset();
        state = State.BETWEEN;
    }

    private @Nullable Event between(int next) {
        if (next == Control.STX) {
            state = State.BODY;
            return null;
        }
        boolean sign = next == Control.ACK || next == Control.NAK || next == Control.EOT || next == Control.ENQ;
        return sign ? new Event.Sign(next) : null;
    }

    private @Nullable Event body(int next) {
        if (next == Control.STX) {
            // The end of the frame before was lost, and a new one begins.
            body.reset();
            return null;
        }
        if (next == Control.ETX) {
            state = State.CHECK;
            return null;
        }
        if (body.size() == Frame.LONGEST_BODY) {
            reset();
            return new Event.Damaged();
        }
        body.write(next);
        return null;
    }

    private Event check(int next) {
        byte[] bytes = body.toByteArray();
        reset();
        Optional<Message> message = next == Frame.lrc(bytes) ? Message.parse(bytes) : Optional.empty();
        return message.<Event>map(Event.Whole::new).orElseGet(Event.Damaged::new);
    }
}
