package io.keentill.device.poslink.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Collects one HTTP request or answer from pieces of any size: a body with Content-Length, in chunks, or up to the end of
 * the connection. Bounded: what grows beyond {@link #MOST_BYTES} can never become whole.
 */
public final class HttpReader {

    /** Longest request or answer, bytes: a frame in base64, twice, and room for headers. */
    public static final int MOST_BYTES = 96 * 1024;

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    /**
     * What came.
     *
     * @param startLine the first line
     * @param body empty for a request
     */
    public record Whole(String startLine, byte[] body) {}

    /** How far it is. */
    public enum State {
        /** More must come. */
        OPEN,
        /** Whole. */
        WHOLE,
        /** It can never become whole. */
        BROKEN
    }

    private final boolean request;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private State state = State.OPEN;
    private String startLine = "";
    private byte[] body = new byte[0];

    private HttpReader(boolean request) {
        this.request = request;
    }

    /** For a request, which has no body. */
    public static HttpReader ofRequest() {
        return new HttpReader(true);
    }

    /** For an answer. */
    public static HttpReader ofResponse() {
        return new HttpReader(false);
    }

    /** Takes the next {@code count} bytes. */
    public State accept(byte[] bytes, int count) {
        if (state == State.OPEN) {
            collected.write(bytes, 0, count);
            state = collected.size() > MOST_BYTES ? State.BROKEN : read(false);
        }
        return state;
    }

    /** The connection has ended: what is without a length is whole now, everything else broken. */
    public State end() {
        if (state == State.OPEN) {
            State last = read(true);
            state = last == State.WHOLE ? last : State.BROKEN;
        }
        return state;
    }

    /** What came, once it is {@link State#WHOLE}. */
    public Optional<Whole> whole() {
        return state == State.WHOLE ? Optional.of(new Whole(startLine, body)) : Optional.empty();
    }

    private State read(boolean ended) {
        byte[] all = collected.toByteArray();
        int headEnd = indexOf(all, END_OF_HEAD, 0);
        if (headEnd < 0) {
            return State.OPEN;
        }
        String[] lines = new String(all, 0, headEnd, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        startLine = lines[0];
        byte[] rest = Arrays.copyOfRange(all, headEnd + END_OF_HEAD.length, all.length);
        if (request) {
            return State.WHOLE;
        }
        if (header(lines, "transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return chunks(rest);
        }
        Optional<String> length = header(lines, "content-length");
        return length.isPresent() ? sized(rest, length.get()) : untilEnd(rest, ended);
    }

    private State untilEnd(byte[] rest, boolean ended) {
        body = rest;
        return ended ? State.WHOLE : State.OPEN;
    }

    private State sized(byte[] rest, String length) {
        if (!length.matches("\\d{1,6}")) {
            return State.BROKEN;
        }
        int wanted = Integer.parseInt(length);
        body = Arrays.copyOf(rest, Math.min(wanted, rest.length));
        return rest.length >= wanted ? State.WHOLE : State.OPEN;
    }

    private State chunks(byte[] rest) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int lineEnd = indexOf(rest, new byte[] {'\r', '\n'}, at);
            if (lineEnd < 0) {
                return State.OPEN;
            }
            String size = new String(rest, at, lineEnd - at, StandardCharsets.ISO_8859_1).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,5}")) {
                return State.BROKEN;
            }
            int count = Integer.parseInt(size, 16);
            int start = lineEnd + 2;
            if (count == 0) {
                body = joined.toByteArray();
                return State.WHOLE;
            }
            if (start + count + 2 > rest.length) {
                return State.OPEN;
            }
            joined.write(rest, start, count);
            at = start + count + 2;
        }
    }

    private static Optional<String> header(String[] lines, String name) {
        return Arrays.stream(lines)
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static int indexOf(byte[] in, byte[] wanted, int from) {
        for (int i = from; i + wanted.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
