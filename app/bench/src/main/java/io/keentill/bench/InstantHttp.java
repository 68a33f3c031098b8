package io.keentill.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A terminal with HTTP, whose requests each come in one write. */
abstract class InstantHttp extends InstantAnswers {

    /**
     * What it answers with status 200.
     *
     * @param request method and target
     */
    abstract byte[] body(String request, byte[] sent);

    @Override
    final byte[] answer(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        byte[] answer =
                body(text.substring(0, text.indexOf(" HTTP/")), Arrays.copyOfRange(message, body, message.length));
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + answer.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + answer.length);
        System.arraycopy(answer, 0, all, head.length, answer.length);
        return all;
    }
}
