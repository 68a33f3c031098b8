package io.keentill.device.conformance.sample;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One end of a connection in memory; like TCP it tells one end that the other was closed. */
final class MemoryLink implements Link {

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> in;
    private final BlockingQueue<byte[]> out;
    private byte[] rest = END;
    private volatile boolean closed;

    private MemoryLink(BlockingQueue<byte[]> in, BlockingQueue<byte[]> out) {
        this.in = in;
        this.out = out;
    }

    static MemoryLink[] pair() {
        BlockingQueue<byte[]> a = new LinkedBlockingQueue<>();
        BlockingQueue<byte[]> b = new LinkedBlockingQueue<>();
        return new MemoryLink[] {new MemoryLink(a, b), new MemoryLink(b, a)};
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        if (closed) {
            throw new LinkException("closed");
        }
        if (bytes.length > 0) {
            out.add(bytes.clone());
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        try {
            if (rest.length == 0 && !closed) {
                byte[] came = in.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
                if (came == null) {
                    return 0;
                }
                rest = came;
                if (came.length == 0) {
                    closed = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException("interrupted", e);
        }
        if (closed) {
            throw new LinkException("The other end is gone");
        }
        int count = Math.min(rest.length, into.length);
        System.arraycopy(rest, 0, into, 0, count);
        rest = java.util.Arrays.copyOfRange(rest, count, rest.length);
        return count;
    }

    @Override
    public LinkAddress address() {
        return new LinkAddress("memory", "sample", Map.of());
    }

    @Override
    public void close() {
        closed = true;
        out.add(END);
        in.add(END);
    }
}
