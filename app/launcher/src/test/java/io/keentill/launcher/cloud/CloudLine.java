package io.keentill.launcher.cloud;

import io.keentill.device.conformance.HttpFraming;
import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A connection to the sandbox that is read along, request by request, so that RevKeen's answers can go wrong. */
final class CloudLine implements Link {

    private static final HttpFraming FRAMING = new HttpFraming();

    /** One request that has begun. */
    interface Exchange {
        /** Whether the sandbox never gets it. */
        default boolean withheld() {
            return false;
        }

        /**
         * What the till hears instead of {@code answer}, which is empty for a withheld request; nothing is silence.
         *
         * @throws LinkException if the connection ends instead
         */
        List<byte[]> heard(byte[] answer) throws LinkException;
    }

    /** Who is told of each request before the sandbox sees it. */
    interface Listener {
        /** @throws LinkException if nobody is there */
        Exchange asked(String method, String path) throws LinkException;
    }

    private final Link line;
    private final Listener listener;
    private final Deque<byte[]> ready = new ArrayDeque<>();
    private byte[] request = new byte[0];
    private byte[] answer = new byte[0];
    private boolean begun;
    private volatile Exchange exchange = List::of;

    CloudLine(Link line, Listener listener) {
        this.line = line;
        this.listener = listener;
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        byte[] news = bytes;
        request = joined(request, bytes);
        if (!begun) {
            String[] words = firstLine(request);
            if (words.length < 2) {
                return;
            }
            begun = true;
            exchange = listener.asked(words[0], words[1]);
            news = request;
        }
        if (!exchange.withheld()) {
            line.write(news);
        }
        int whole = FRAMING.firstMessage(request, request.length);
        if (whole > 0) {
            request = Arrays.copyOfRange(request, whole, request.length);
            begun = false;
            if (exchange.withheld()) {
                hear(new byte[0]);
            }
        }
    }

    private static String[] firstLine(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n");
        return end < 0 ? new String[0] : text.substring(0, end).split(" ", -1);
    }

    private synchronized void hear(byte[] whole) throws LinkException {
        ready.addAll(exchange.heard(whole));
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        Deadline deadline = Deadline.in(atMost);
        while (true) {
            int count = handOut(into);
            if (count > 0 || deadline.passed()) {
                return count;
            }
            byte[] came = new byte[8192];
            // Short looks: what is heard of a withheld request does not come over the line.
            int length = line.read(came, deadline.left(Duration.ofMillis(20)));
            answer = joined(answer, Arrays.copyOf(came, length));
            int whole = FRAMING.firstMessage(answer, answer.length);
            if (whole > 0) {
                byte[] one = Arrays.copyOf(answer, whole);
                answer = Arrays.copyOfRange(answer, whole, answer.length);
                hear(one);
            }
        }
    }

    private synchronized int handOut(byte[] into) {
        if (ready.isEmpty()) {
            return 0;
        }
        byte[] first = ready.remove();
        int count = Math.min(first.length, into.length);
        System.arraycopy(first, 0, into, 0, count);
        if (count < first.length) {
            ready.addFirst(Arrays.copyOfRange(first, count, first.length));
        }
        return count;
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    @Override
    public LinkAddress address() {
        return line.address();
    }

    @Override
    public void close() {
        line.close();
    }
}
