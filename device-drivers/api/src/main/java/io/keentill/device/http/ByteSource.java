package io.keentill.device.http;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a link until a deadline, one by one and in pieces. */
final class ByteSource {

    private final Link link;
    private final Deadline deadline;
    private final byte[] buffer = new byte[4096];
    private int from;
    private int to;

    ByteSource(Link link, Deadline deadline) {
        this.link = link;
        this.deadline = deadline;
    }

    /** Whether nothing has come that was not asked for. */
    boolean isDry() {
        return from == to;
    }

    /** A line without its CR LF. */
    String line(int longest) throws LinkException, MalformedReply {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int b = next();
            if (b == '\r') {
                if (next() != '\n') {
                    throw new MalformedReply(Sentence.of(
                            "device.http-a-carriage-return-stands-alone", "a carriage return stands alone"));
                }
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            if (b == '\n') {
                throw new MalformedReply(
                        Sentence.of("device.http-a-line-feed-stands-alone", "a line feed stands alone"));
            }
            line.write(b);
            if (line.size() > longest) {
                throw new MalformedReply(
                        Sentence.of("device.http-a-line-or-the-head-is-too-long", "a line or the head is too long"));
            }
        }
    }

    /** Exactly so many bytes. */
    byte[] bytes(int count) throws LinkException {
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            fill();
            int some = Math.min(count - done, to - from);
            System.arraycopy(buffer, from, bytes, done, some);
            from += some;
            done += some;
        }
        return bytes;
    }

    /** Everything until the device closes the link; a deadline that passes before is a loss. */
    byte[] untilClosed(int most) throws LinkException, MalformedReply {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            all.write(buffer, from, to - from);
            from = to;
            if (all.size() > most) {
                throw new MalformedReply(Sentence.of(
                        "device.http-its-body-is-larger-than-bytes", "its body is larger than {0} bytes", most));
            }
            if (deadline.passed()) {
                throw late();
            }
            try {
                fill();
            } catch (LinkException closed) {
                if (deadline.passed() || Thread.currentThread().isInterrupted()) {
                    throw closed;
                }
                // Without a length the end of the link is the end of the answer.
                return all.toByteArray();
            }
        }
    }

    private int next() throws LinkException {
        fill();
        return buffer[from++] & 0xFF;
    }

    private void fill() throws LinkException {
        while (from == to) {
            if (deadline.passed()) {
                throw late();
            }
            from = 0;
            to = link.read(buffer, deadline.left());
        }
    }

    private LinkException late() {
        return new LinkException(
                Sentence.of("link.did-not-answer-in-time", "{0} did not answer in time", link.address()));
    }
}
