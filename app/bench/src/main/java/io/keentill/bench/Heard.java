package io.keentill.bench;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.List;

/** A link that notes what is written to it. */
record Heard(Link link, List<byte[]> written) implements Link {

    @Override
    public void write(byte[] bytes) throws LinkException {
        written.add(bytes.clone());
        link.write(bytes);
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        return link.read(into, atMost);
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
