package io.keentill.device.poslink.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Collects the head of an HTTP request from pieces of any size, for the terminal's side. Bounded. */
public final class HttpHead {

    /** Longest head, bytes: the base64 of the longest frame, and room for headers. */
    public static final int MOST_BYTES = 48 * 1024;

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

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
        String text = collected.toString(StandardCharsets.ISO_8859_1);
        return text.contains("\r\n\r\n") ? Optional.of(text.substring(0, text.indexOf("\r\n"))) : Optional.empty();
    }

    /** Whether it can never become whole. */
    public boolean tooLong() {
        return collected.size() > MOST_BYTES;
    }
}
