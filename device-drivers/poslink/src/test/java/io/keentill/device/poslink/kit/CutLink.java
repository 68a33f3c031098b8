package io.keentill.device.poslink.kit;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** A link that fails after a number of bytes: by breaking, or by swallowing everything from then on. */
public final class CutLink implements Link {

    /** How it fails. */
    public enum Mode {
        BREAK,
        SWALLOW
    }

    private final Link link;
    private final Mode mode;
    private int writable;
    private int readable;
    private boolean cut;

    /** Lets {@code writable} bytes out and {@code readable} bytes in. */
    public CutLink(Link link, Mode mode, int writable, int readable) {
        this.link = link;
        this.mode = mode;
        this.writable = writable;
        this.readable = readable;
    }

    /** Whether it failed. */
    public boolean wasCut() {
        return cut;
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        if (bytes.length <= writable && !cut) {
            writable -= bytes.length;
            link.write(bytes);
            return;
        }
        if (!cut && writable > 0) {
            link.write(Arrays.copyOf(bytes, writable));
        }
        fail();
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        if (cut) {
            fail();
            LockSupport.parkNanos(atMost.toNanos());
            return 0;
        }
        byte[] some = new byte[Math.min(into.length, Math.max(1, readable))];
        if (readable == 0) {
            int lost = link.read(some, atMost);
            if (lost > 0) {
                fail();
            }
            return 0;
        }
        int count = link.read(some, atMost);
        System.arraycopy(some, 0, into, 0, count);
        readable -= count;
        return count;
    }

    @Override
    public LinkAddress address() {
        return link.address();
    }

    @Override
    public void close() {
        link.close();
    }

    private void fail() throws LinkException {
        cut = true;
        if (mode == Mode.BREAK) {
            link.close();
            throw new LinkException("The cable was pulled");
        }
    }
}
