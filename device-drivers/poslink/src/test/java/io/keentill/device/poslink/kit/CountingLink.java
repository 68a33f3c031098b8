package io.keentill.device.poslink.kit;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what goes over a link. */
public record CountingLink(Link link, AtomicInteger out, AtomicInteger in) implements Link {

    @Override
    public void write(byte[] bytes) throws LinkException {
        out.addAndGet(bytes.length);
        link.write(bytes);
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        int count = link.read(into, atMost);
        in.addAndGet(count);
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
}
