package io.keentill.device.poslink.kit;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.Map;

/** A link on which these bytes have come and nothing more will. */
public final class GivenLink implements Link {

    private final byte[] bytes;
    private int at;

    public GivenLink(byte[] bytes) {
        this.bytes = bytes;
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
        return new LinkAddress("tcp", "given", Map.of());
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
