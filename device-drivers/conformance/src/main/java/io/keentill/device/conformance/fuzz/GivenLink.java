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

    /** One that brings {@code bytes}. */
    public GivenLink(LinkAddress address, byte[] bytes) {
        this.address = address;
        this.bytes = bytes.clone();
    }

    @Override
    public void write(byte[] written) {
        // Nobody listens.
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
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
