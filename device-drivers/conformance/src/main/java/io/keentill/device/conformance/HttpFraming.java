package io.keentill.device.conformance;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an HTTP/1.1 answer with a length, or without a body, ends: for terminals that speak HTTP. */
public final class HttpFraming implements Framing {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length:[ \t]*(\\d{1,9})");

    @Override
    public int firstMessage(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        Matcher body = LENGTH.matcher(text.substring(0, end));
        int whole = end + 4 + (body.find() ? Integer.parseInt(body.group(1)) : 0);
        return length >= whole ? whole : 0;
    }
}
