package io.keentill.device.poslink.transport;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Frame;
import io.keentill.device.poslink.codec.FrameDecoder;
import io.keentill.device.poslink.codec.FrameDecoder.Event;
import io.keentill.device.poslink.codec.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Frames and control bytes over a link, for either side: reassembles what comes and sends what it is told, no more. */
public final class Wire implements AutoCloseable {

    private final Link link;
    private final Duration interByte;
    private final FrameDecoder decoder = new FrameDecoder();
    private final Queue<Event> events = new ArrayDeque<>();
    private final byte[] buffer = new byte[4096];

    /** Over {@code link}, which is closed with this. A frame that stops for {@code interByte} is damaged. */
    public Wire(Link link, Duration interByte) {
        this.link = link;
        this.interByte = interByte;
    }

    /** Sends a frame. */
    public void send(Message message) throws LinkException {
        link.write(Frame.wrap(message));
    }

    /** Sends a control byte. */
    public void sign(int control) throws LinkException {
        link.write(new byte[] {(byte) control});
    }

    /** Sends bytes as they are. */
    public void raw(byte[] bytes) throws LinkException {
        link.write(bytes);
    }

    /** The next frame or control byte, or null if none was complete in time. */
    public @Nullable Event next(Duration atMost) throws LinkException {
        Deadline deadline = Deadline.in(atMost);
        Event event = events.poll();
        while (event == null) {
            boolean within = decoder.midFrame();
            int count = link.read(buffer, within ? interByte : deadline.left());
            if (count == 0 && within) {
                decoder.reset();
                return new Event.Damaged();
            }
            decode(count);
            event = events.poll();
            if (event == null && deadline.passed() && !decoder.midFrame()) {
                return null;
            }
        }
        return event;
    }

    /** Throws away what has come, until nothing more comes for {@code quiet} or a line babbles for twenty times that. */
    public void discard(Duration quiet) throws LinkException {
        Deadline end = Deadline.in(quiet.multipliedBy(20));
        while (link.read(buffer, quiet) > 0 && !end.passed()) {
            // What was said before we asked is no answer to what we ask.
        }
        decoder.reset();
        events.clear();
    }

    /** The link under it. */
    public Link link() {
        return link;
    }

    @Override
    public void close() {
        link.close();
    }

    private void decode(int count) {
        for (int i = 0; i < count; i++) {
            Event event = decoder.accept(buffer[i] & 0xFF);
            if (event != null) {
                events.add(event);
            }
        }
    }
}
