package io.keentill.device.http;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A link that hands out given bytes in pieces of a given size, and then is silent or gone. */
final class ScriptedLink implements Link {

    private final byte[] answer;
    private final int piece;
    private final boolean closesAfter;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int at;
    boolean closed;

    ScriptedLink(String answer, int piece, boolean closesAfter) {
        this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
        this.piece = piece;
        this.closesAfter = closesAfter;
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        if (closed) {
            throw new LinkException("closed");
        }
        written.writeBytes(bytes);
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        if (closed) {
            throw new LinkException("closed");
        }
        if (at == answer.length) {
            if (closesAfter) {
                throw new LinkException("The other side hung up");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(atMost.toNanos());
            return 0;
        }
        int count = Math.min(Math.min(piece, into.length), answer.length - at);
        System.arraycopy(answer, at, into, 0, count);
        at += count;
        return count;
    }

    String written() {
        return written.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public LinkAddress address() {
        return LinkAddress.parse("tcp:10.0.0.1:80");
    }

    @Override
    public void close() {
        closed = true;
    }
}
