package io.keentill.device.http;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads one answer from a link, however it is cut into pieces (RFC 9112). It takes no liberties: two lengths that differ, a
 * length beside chunks, folded or malformed header lines, bare line feeds and anything too large are refused.
 */
final class ReplyReader {

    private static final int MOST_INTERIM = 8;
    private static final int LONGEST_CHUNK_LINE = 256;

    private final ByteSource source;
    private final HttpLimits limits;
    private boolean reusable;

    ReplyReader(Link link, HttpLimits limits, Deadline deadline) {
        this.source = new ByteSource(link, deadline);
        this.limits = limits;
    }

    /** Whether the link stands right behind the answer and the device keeps it open. */
    boolean isReusable() {
        return reusable && source.isDry();
    }

    /** The answer to a call with this method. */
    HttpReply read(String method) throws LinkException, MalformedReply {
        for (int i = 0; i <= MOST_INTERIM; i++) {
            String statusLine = source.line(limits.headBytes());
            int status = status(statusLine);
            Map<String, String> headers = headers();
            if (status >= 200) {
                boolean modern = statusLine.startsWith("HTTP/1.1");
                return new HttpReply(status, headers, body(method, status, headers, modern));
            }
            if (status == 101) {
                throw new MalformedReply(Sentence.of(
                        "device.http-it-changed-the-protocol-without-being-asked",
                        "it changed the protocol without being asked"));
            }
        }
        throw new MalformedReply(Sentence.of(
                "device.http-it-keeps-announcing-an-answer-that-does-not-come",
                "it keeps announcing an answer that does not come"));
    }

    private static int status(String line) throws MalformedReply {
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d(?: .*)?")) {
            throw new MalformedReply(Sentence.of("device.http-there-is-no-status-line", "there is no status line"));
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws LinkException, MalformedReply {
        Map<String, String> headers = new HashMap<>();
        int left = limits.headBytes();
        while (true) {
            String line = source.line(left);
            if (line.isEmpty()) {
                return headers;
            }
            left -= line.length() + 2;
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            if (!HttpSyntax.isToken(name) || !HttpSyntax.isFieldValue(value)) {
                throw new MalformedReply(
                        Sentence.of("device.http-a-header-line-is-malformed", "a header line is malformed"));
            }
            headers.merge(HttpSyntax.lower(name), value, (before, now) -> before + ", " + now);
        }
    }

    private byte[] body(String method, int status, Map<String, String> headers, boolean modern)
            throws LinkException, MalformedReply {
        String connection = HttpSyntax.lower(headers.getOrDefault("connection", ""));
        boolean stays = modern ? !connection.contains("close") : connection.contains("keep-alive");
        String encoding = headers.get("transfer-encoding");
        String length = headers.get("content-length");
        if (encoding != null && length != null) {
            throw new MalformedReply(Sentence.of(
                    "device.http-it-names-a-length-and-sends-chunks", "it names a length and sends chunks"));
        }
        reusable = stays;
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new byte[0];
        }
        if (encoding != null) {
            if (!encoding.equalsIgnoreCase("chunked")) {
                throw new MalformedReply(
                        Sentence.of("device.http-its-body-is-encoded-as", "its body is encoded as {0}", encoding));
            }
            return chunks();
        }
        if (length != null) {
            return source.bytes(length(length));
        }
        reusable = false;
        return source.untilClosed(limits.bodyBytes());
    }

    /** One number, or the same number several times (RFC 9110, section 8.6). */
    private int length(String text) throws MalformedReply {
        String[] said = text.split("\\s*,\\s*", -1);
        for (String one : said) {
            if (!one.equals(said[0]) || !one.matches("\\d{1,9}")) {
                throw new MalformedReply(Sentence.of("device.http-its-length-is-not-clear", "its length is not clear"));
            }
        }
        return bounded(Integer.parseInt(said[0]));
    }

    private byte[] chunks() throws LinkException, MalformedReply {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            String line = source.line(LONGEST_CHUNK_LINE);
            if (!line.matches("[0-9A-Fa-f]{1,7}(?:[ \\t]*;.*)?")) {
                throw new MalformedReply(Sentence.of("device.http-a-chunk-has-no-size", "a chunk has no size"));
            }
            int size = Integer.parseInt(line.split("[ \\t;]", 2)[0], 16);
            if (size == 0) {
                // Trailers have no meaning here; they are read so that the link stands behind the answer.
                headers();
                return all.toByteArray();
            }
            bounded(all.size() + size);
            all.writeBytes(source.bytes(size));
            if (!source.line(2).isEmpty()) {
                throw new MalformedReply(
                        Sentence.of("device.http-a-chunk-is-longer-than-it-says", "a chunk is longer than it says"));
            }
        }
    }

    private int bounded(int size) throws MalformedReply {
        if (size > limits.bodyBytes()) {
            throw new MalformedReply(Sentence.of(
                    "device.http-its-body-is-larger-than-bytes",
                    "its body is larger than {0} bytes",
                    limits.bodyBytes()));
        }
        return size;
    }
}
