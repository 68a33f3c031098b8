package io.keentill.device.poslink.codec;

import java.util.Base64;
import java.util.Optional;

/**
 * A message on the line: STX, body, ETX, check byte. The check byte (LRC) is the exclusive or of everything after STX up to
 * and with ETX.
 */
public final class Frame {

    /** Longest body that is read, bytes; the largest message known (a signature or image packet) has some 4,000. */
    public static final int LONGEST_BODY = 16_384;

    private Frame() {}

    /**
     * The frame of {@code message}.
     *
     * @throws IllegalArgumentException if its body is longer than {@link #LONGEST_BODY}
     */
    public static byte[] wrap(Message message) {
        byte[] body = message.encode();
        if (body.length > LONGEST_BODY) {
            throw new IllegalArgumentException("A POSLINK message of " + body.length + " bytes is too long");
        }
        byte[] frame = new byte[body.length + 3];
        frame[0] = Control.STX;
        System.arraycopy(body, 0, frame, 1, body.length);
        frame[body.length + 1] = Control.ETX;
        frame[body.length + 2] = (byte) lrc(body);
        return frame;
    }

    /** Reads bytes that are one whole frame and nothing else; empty if they are not. */
    public static Optional<Message> unwrap(byte[] frame) {
        return leading(frame).filter(first -> first.end() == frame.length).map(Leading::message);
    }

    /** The frame as base64 in one line, as HTTP carries it. */
    public static String toBase64(Message message) {
        return Base64.getEncoder().encodeToString(wrap(message));
    }

    /** Reads {@link #toBase64}, with or without padding, with blanks and line breaks or without; empty if it is none. */
    public static Optional<Message> fromBase64(String text) {
        String clean = text.replaceAll("\\s", "");
        if (clean.length() > LONGEST_BODY * 2) {
            return Optional.empty();
        }
        try {
            return unwrap(Base64.getDecoder().decode(clean));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Reads what an HTTP body may hold: the frame itself or its base64. */
    public static Optional<Message> fromHttpBody(byte[] body) {
        if (body.length > 0 && body[0] == Control.STX) {
            // Some servers end their answer with a line break. A check byte may look like one, but stands before the
            // end.
            return leading(body)
                    .filter(first -> onlyLineBreaks(body, first.end()))
                    .map(Leading::message);
        }
        return fromBase64(new String(body, Message.TEXT));
    }

    /** The frame that some bytes begin with, and where it ends. */
    private record Leading(Message message, int end) {}

    private static Optional<Leading> leading(byte[] bytes) {
        FrameDecoder decoder = new FrameDecoder();
        for (int i = 0; i < bytes.length; i++) {
            FrameDecoder.Event event = decoder.accept(bytes[i] & 0xFF);
            if (event != null) {
                return bytes[0] == Control.STX && event instanceof FrameDecoder.Event.Whole(Message message)
                        ? Optional.of(new Leading(message, i + 1))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean onlyLineBreaks(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != '\n' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The check byte for {@code body}, with the ETX that will follow it. */
    static int lrc(byte[] body) {
        int lrc = Control.ETX;
        for (byte one : body) {
            lrc ^= one & 0xFF;
        }
        return lrc;
    }
}
