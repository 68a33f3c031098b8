package io.keentill.device.zvt.codec;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts messages together from a stream, however it is cut into pieces. Not thread-safe. */
public final class ApduReader {

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /** Takes the next byte; returns a message if it was its last one. */
    public @Nullable Apdu accept(int octet) {
        pending.write(octet);
        if (pending.size() < 3) {
            return null;
        }
        byte[] soFar = pending.toByteArray();
        int head = 3;
        int length = soFar[2] & 0xFF;
        if (length == 0xFF) {
            if (soFar.length < 5) {
                return null;
            }
            head = 5;
            length = (soFar[3] & 0xFF) | ((soFar[4] & 0xFF) << 8);
        }
        if (soFar.length < head + length) {
            return null;
        }
        pending.reset();
        Bytes all = Bytes.copyOf(soFar);
        return new Apdu((all.at(0) << 8) | all.at(1), all.from(head));
    }

    /** Whether a message has begun but not ended. */
    public boolean midMessage() {
        return pending.size() > 0;
    }

    /** Forgets an unfinished message. */
    public void reset() {
        pending.reset();
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
}
