package io.keentill.device.zvt.codec;

import org.jspecify.annotations.Nullable;

/** Puts messages together from a stream, however it is cut into pieces. Not thread-safe. */
public final class ApduReader {

    private static final int SHORT_HEAD = 3;
    private static final int LONG_HEAD = 5;
    /** In the place of a length: two bytes with the length follow, low first. */
    private static final int LONG = 0xFF;

    private final byte[] head = new byte[LONG_HEAD];
    private int headRead;
    /** Null until the head is whole. */
    private byte @Nullable [] data;

    private int dataRead;

    /** Takes the next byte; returns a message if it was its last one. */
    public @Nullable Apdu accept(int octet) {
        byte[] into = data;
        if (into == null) {
            head[headRead++] = (byte) octet;
            if (headRead < SHORT_HEAD || headRead < headLength(head[2])) {
                return null;
            }
            into = new byte[dataLength(head)];
            data = into;
        } else {
            into[dataRead++] = (byte) octet;
        }
        if (dataRead < into.length) {
            return null;
        }
        Apdu whole = new Apdu(((head[0] & 0xFF) << 8) | (head[1] & 0xFF), Bytes.owning(into));
        reset();
        return whole;
    }

    /** Whether a message has begun but not ended. */
    public boolean midMessage() {
        return headRead > 0;
    }

    /** Forgets an unfinished message. */
    public void reset() {
        headRead = 0;
        data = null;
        dataRead = 0;
    }

    /** The one message that {@code bytes} are, or null if they are none, less or more. */
    public static @Nullable Apdu whole(Bytes bytes) {
        ApduReader reader = new ApduReader();
        for (int i = 0; i < bytes.length(); i++) {
            Apdu apdu = reader.accept(bytes.at(i));
            if (apdu != null) {
                return i == bytes.length() - 1 ? apdu : null;
            }
        }
        return null;
    }

    private static int headLength(byte length) {
        return (length & 0xFF) == LONG ? LONG_HEAD : SHORT_HEAD;
    }

    private static int dataLength(byte[] head) {
        return headLength(head[2]) == SHORT_HEAD ? head[2] & 0xFF : (head[3] & 0xFF) | ((head[4] & 0xFF) << 8);
    }
}
