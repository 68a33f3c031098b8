package io.keentill.device.zvt.codec;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Finds frames and acknowledgements in what comes over a serial line. Never fails, whatever comes. Not thread-safe. */
public final class SerialDecoder {

    /** Something complete. */
    public sealed interface Event {

        /** An undamaged frame with a whole message. */
        record Message(Apdu apdu) implements Event {}

        /** A frame whose checksum, escapes or length are wrong: to be refused with NAK. */
        record Damaged() implements Event {}

        /** The other side took our frame. */
        record Ack() implements Event {}

        /** The other side wants our frame again. */
        record Nak() implements Event {}
    }

    private enum At {
        OUTSIDE,
        OPENING,
        INSIDE,
        ESCAPED,
        CRC_LOW,
        CRC_HIGH
    }

    private static final int LONGEST = Apdu.MAX_DATA + 5;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private At at = At.OUTSIDE;
    private int crcLow;

    /** Takes the next byte; returns what it completed, or null. Bytes outside frames that mean nothing are skipped. */
    public @Nullable Event accept(int octet) {
        switch (at) {
            case OUTSIDE -> {
                return outside(octet);
            }
            case OPENING -> {
                content.reset();
                at = octet == SerialFrame.STX ? At.INSIDE : octet == SerialFrame.DLE ? At.OPENING : At.OUTSIDE;
            }
            case INSIDE -> {
                if (octet == SerialFrame.DLE) {
                    at = At.ESCAPED;
                } else {
                    return inside(octet);
                }
            }
            case ESCAPED -> {
                return escaped(octet);
            }
            case CRC_LOW -> {
                crcLow = octet;
                at = At.CRC_HIGH;
            }
            case CRC_HIGH -> {
                at = At.OUTSIDE;
                return finish((octet << 8) | crcLow);
            }
        }
        return null;
    }

    /** Whether a frame has begun but not ended. */
    public boolean midFrame() {
        return at != At.OUTSIDE;
    }

    /** Forgets an unfinished frame. */
    public void reset() {
        at = At.OUTSIDE;
        content.reset();
    }

    private @Nullable Event outside(int octet) {
        if (octet == SerialFrame.DLE) {
            at = At.OPENING;
        }
        return switch (octet) {
            case SerialFrame.ACK -> new Event.Ack();
            case SerialFrame.NAK -> new Event.Nak();
            default -> null;
        };
    }

    private @Nullable Event inside(int octet) {
        content.write(octet);
        if (content.size() > LONGEST) {
            reset();
            return new Event.Damaged();
        }
        return null;
    }

    private @Nullable Event escaped(int octet) {
        if (octet == SerialFrame.DLE) {
            at = At.INSIDE;
            return inside(octet);
        }
        if (octet == SerialFrame.ETX) {
            at = At.CRC_LOW;
            return null;
        }
        if (octet == SerialFrame.STX) {
            // The sender gave up and began again: what came before is its abandoned frame.
            content.reset();
            at = At.INSIDE;
            return null;
        }
        reset();
        return new Event.Damaged();
    }

    private Event finish(int crc) {
        Bytes message = Bytes.owning(content.toByteArray());
        content.reset();
        Apdu apdu = SerialFrame.checksum(message) == crc ? ApduReader.whole(message) : null;
        return apdu == null ? new Event.Damaged() : new Event.Message(apdu);
    }
}
