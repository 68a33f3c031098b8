package io.keentill.engine.install;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import java.time.Duration;
import java.util.Map;

/** A line on which nothing is ever said. */
final class SilentLink implements Link {

    @Override
    public void write(byte[] bytes) {
        throw new AssertionError("A search sends nothing");
    }

    @Override
    public int read(byte[] into, Duration atMost) {
        return 0;
    }

    @Override
    public LinkAddress address() {
        return new LinkAddress("tcp", "somewhere", Map.of());
    }

    @Override
    public void close() {}
}
