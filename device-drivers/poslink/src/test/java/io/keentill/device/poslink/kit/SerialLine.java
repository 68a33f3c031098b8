package io.keentill.device.poslink.kit;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A serial line in memory: like a real one it does not tell one end that the other was closed. */
public final class SerialLine {

    private final BlockingQueue<Byte> toTill = new LinkedBlockingQueue<>();
    private final BlockingQueue<Byte> toTerminal = new LinkedBlockingQueue<>();

    /** A fresh handle on the till's end. */
    public Link till() {
        return new End(toTill, toTerminal);
    }

    /** A fresh handle on the terminal's end. */
    public Link terminal() {
        return new End(toTerminal, toTill);
    }

    private static final class End implements Link {

        private final BlockingQueue<Byte> in;
        private final BlockingQueue<Byte> out;
        private volatile boolean closed;

        End(BlockingQueue<Byte> in, BlockingQueue<Byte> out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void write(byte[] bytes) throws LinkException {
            check();
            for (byte one : bytes) {
                out.add(one);
            }
        }

        @Override
        public int read(byte[] into, Duration atMost) throws LinkException {
            check();
            try {
                Byte first = in.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
                check();
                int count = 0;
                for (Byte next = first; next != null; next = count < into.length ? in.poll() : null) {
                    into[count++] = next;
                }
                return count;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LinkException("interrupted", e);
            }
        }

        @Override
        public LinkAddress address() {
            return new LinkAddress("serial", "memory", Map.of());
        }

        @Override
        public void close() {
            closed = true;
        }

        private void check() throws LinkException {
            if (closed) {
                throw new LinkException("closed");
            }
        }
    }
}
