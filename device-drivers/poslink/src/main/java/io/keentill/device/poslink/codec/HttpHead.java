package io.keentill.device.poslink.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Collects the head of an HTTP request from pieces of any size, for the terminal's side. Bounded. */
public final class HttpHead {

    /** Longest head, bytes: the base64 of the longest frame, and room for headers. */
    public static final int MOST_BYTES = 48 * 1024;

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    /** How many bytes of the empty line that ends a head the last ones were. */
    private int ending;

    /**
     * Takes the next {@code count} bytes.
     *
     * @return the request line once the head is whole
     */
    public Optional<String> accept(byte[] bytes, int count) {
        if (tooLong()) {
            return Optional.empty();
        }
        collected.write(bytes, 0, count);
        for (int i = 0; i < count && ending < END.length; i++) {
            // After a wrong byte only CR can begin anew: it is the one byte with which the end begins.
            ending = bytes[i] == END[ending] ? ending + 1 : bytes[i] == END[0] ? 1 : 0;
        }
        if (ending < END.length) {
            return Optional.empty();
        }
        String text = collected.toString(StandardCharsets.ISO_8859_1);
        return Optional.of(text.substring(0, text.indexOf("\r\n")));
    }

    /** Whether it can never become whole. */
    public boolean tooLong() {
        return collected.size() > MOST_BYTES;
    }
}
