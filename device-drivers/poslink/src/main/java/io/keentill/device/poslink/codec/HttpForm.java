package io.keentill.device.poslink.codec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** POSLINK in HTTP: {@code GET /?<base64 of the frame>}, answered with the base64 of a frame. */
public final class HttpForm {

    private HttpForm() {}

    /** Path and query of the request. */
    public static String target(Message message) {
        return "/?" + Frame.toBase64(message);
    }

    /** The whole answer with a frame. */
    public static byte[] response(Message message) {
        return response(200, "OK", Frame.toBase64(message));
    }

    /** An answer with plain text. */
    public static byte[] response(int status, String reason, String body) {
        return ("HTTP/1.1 " + status + " " + reason + "\r\nContent-Type: text/plain\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The message in a request line {@code GET /?… HTTP/1.x}; empty if it is something else. */
    public static Optional<Message> inRequestLine(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[0].equals("GET") || !words[2].startsWith("HTTP/1.")) {
            return Optional.empty();
        }
        int mark = words[1].indexOf('?');
        boolean root = mark == 0 || (mark == 1 && words[1].charAt(0) == '/');
        return root ? Frame.fromBase64(unescaped(words[1].substring(mark + 1))) : Optional.empty();
    }

    /** Undoes the escapes that clients use for the three characters of base64 that mean something in addresses. */
    private static String unescaped(String query) {
        return query.replaceAll("%2[Bb]", "+").replaceAll("%2[Ff]", "/").replaceAll("%3[Dd]", "=");
    }
}
