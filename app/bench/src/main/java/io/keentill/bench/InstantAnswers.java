package io.keentill.bench;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;

/** A terminal that has always answered already: each write is a whole message, and its answer can be read at once. */
abstract class InstantAnswers implements Link {

    private byte[] ready = {};
    private int at;

    /** What the terminal says to one message; empty for nothing. */
    abstract byte[] answer(byte[] message);

    @Override
    public void write(byte[] bytes) {
        byte[] more = answer(bytes);
        if (at == ready.length) {
            ready = more;
            at = 0;
        } else {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(ready, at, ready.length - at);
            all.writeBytes(more);
            ready = all.toByteArray();
            at = 0;
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) {
        int count = Math.min(into.length, ready.length - at);
        System.arraycopy(ready, at, into, 0, count);
        at += count;
        return count;
    }

    @Override
    public LinkAddress address() {
        return new LinkAddress("tcp", "instant:1", Map.of());
    }

    @Override
    public void close() {
        ready = new byte[0];
        at = 0;
    }
}
