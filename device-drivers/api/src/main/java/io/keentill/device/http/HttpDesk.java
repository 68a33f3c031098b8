package io.keentill.device.http;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The till's side of HTTP/1.1 where a device calls the till: one request, one answer, then the link is closed. As strict
 * and bounded as the client; what is no plain request is answered with 400 and reaches nobody.
 */
public final class HttpDesk {

    private static final Pattern REQUEST = Pattern.compile("([A-Z]{1,10}) (/[!-~]*) HTTP/1\\.[01]");

    private final HttpLimits limits;
    private final Clerk clerk;

    /** Whoever answers. */
    @FunctionalInterface
    public interface Clerk {
        /**
         * The answer to a request.
         *
         * @param target path and query, percent-encoded
         */
        Answer answer(String method, String target, byte[] body);
    }

    /**
     * An answer.
     *
     * @param status 200 to 599
     * @param type content type
     * @param body empty for none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Answer(int status, String type, byte[] body) {
        /** One without a body. */
        public static Answer empty(int status) {
            return new Answer(status, "text/plain", new byte[0]);
        }
    }

    /** One whose requests {@code clerk} answers. */
    public HttpDesk(HttpLimits limits, Clerk clerk) {
        this.limits = limits;
        this.clerk = clerk;
    }

    /**
     * Serves one request and closes the link.
     *
     * @param within for all of it
     * @throws LinkException if the device went away before it was answered
     */
    public void serve(Link link, Duration within) throws LinkException {
        try (link) {
            Answer answer;
            try {
                answer = read(new ByteSource(link, Deadline.in(within)));
            } catch (MalformedReply e) {
                answer = Answer.empty(400);
            }
            link.write(encoded(answer));
        }
    }

    private Answer read(ByteSource source) throws LinkException, MalformedReply {
        Matcher request = REQUEST.matcher(source.line(limits.headBytes()));
        if (!request.matches()) {
            throw new MalformedReply(Sentence.of("device.http-there-is-no-request-line", "there is no request line"));
        }
        Map<String, String> headers = new HashMap<>();
        int left = limits.headBytes();
        for (String line = source.line(left); !line.isEmpty(); line = source.line(left)) {
            left -= line.length() + 2;
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon);
            if (!HttpSyntax.isToken(name)
                    || headers.put(
                                    HttpSyntax.lower(name),
                                    line.substring(colon + 1).strip())
                            != null) {
                throw new MalformedReply(Sentence.of(
                        "device.http-a-header-line-is-malformed-or-comes-twice",
                        "a header line is malformed or comes twice"));
            }
        }
        String length = headers.getOrDefault("content-length", "0");
        if (headers.containsKey("transfer-encoding")
                || !length.matches("\\d{1,9}")
                || Integer.parseInt(length) > limits.bodyBytes()) {
            throw new MalformedReply(Sentence.of(
                    "device.http-its-length-is-not-clear-or-it-is-too-large",
                    "its length is not clear, or it is too large"));
        }
        return clerk.answer(request.group(1), request.group(2), source.bytes(Integer.parseInt(length)));
    }

    private static byte[] encoded(Answer answer) {
        byte[] head = ("HTTP/1.1 " + answer.status() + " " + (answer.status() < 300 ? "OK" : "Refused")
                        + "\r\nContent-Type: " + answer.type() + "\r\nContent-Length: " + answer.body().length
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(head, head.length + answer.body().length);
        System.arraycopy(answer.body(), 0, all, head.length, answer.body().length);
        return all;
    }
}
