package io.keentill.device.conformance.fuzz;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;

/** A link on which these bytes have come, in pieces, and nothing more will. What is written to it is forgotten. */
public final class GivenLink implements Link {

    private final LinkAddress address;
    private final byte[] bytes;
    private int at;
    private boolean silent;

    /** One that brings {@code bytes} at once. */
    public GivenLink(LinkAddress address, byte[] bytes) {
        this(address, bytes, false);
    }

    private GivenLink(LinkAddress address, byte[] bytes, boolean silent) {
        this.address = address;
        this.bytes = bytes.clone();
        this.silent = silent;
    }

    /** One that brings {@code bytes} as an answer: nothing until something was written to it. */
    public static GivenLink answering(LinkAddress address, byte[] bytes) {
        return new GivenLink(address, bytes, true);
    }

    @Override
    public void write(byte[] written) {
        silent = false;
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        if (silent) {
            return 0;
        }
        if (at == bytes.length) {
            throw new LinkException("That was all");
        }
        int count = Math.min(into.length, Math.min(bytes.length - at, 1 + bytes.length % 7));
        System.arraycopy(bytes, at, into, 0, count);
        at += count;
        return count;
    }

    @Override
    public LinkAddress address() {
        return address;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
