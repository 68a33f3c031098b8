package io.keentill.device.zvt.transport;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.ApduReader;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Bare messages one after the other, however the network cuts them. */
final class TcpTransport implements ApduTransport {

    private static final Duration SLICE = Duration.ofMillis(500);

    private final Link link;
    private final ApduReader reader = new ApduReader();
    private final Queue<Apdu> arrived = new ArrayDeque<>();
    private final byte[] buffer = new byte[4096];
    private final Duration patience;
    private Deadline rest;

    /** {@code patience} is how long the rest of a message that has begun may take. */
    TcpTransport(Link link, Duration patience) {
        this.link = link;
        this.patience = patience;
        this.rest = Deadline.in(patience);
    }

    @Override
    public int send(Apdu message) throws LinkException {
        link.write(message.encode().toArray());
        return 0;
    }

    @Override
    public @Nullable Apdu receive(Duration atMost) throws LinkException {
        Deadline deadline = Deadline.in(atMost);
        do {
            Apdu next = arrived.poll();
            if (next != null) {
                return next;
            }
            int count = link.read(buffer, deadline.left(SLICE));
            requireRest(count);
            for (int i = 0; i < count; i++) {
                Apdu apdu = reader.accept(buffer[i] & 0xFF);
                if (apdu != null) {
                    arrived.add(apdu);
                }
            }
        } while (!arrived.isEmpty() || !deadline.passed());
        return null;
    }

    /**
     * A message that stops in the middle never ends: TCP loses nothing, so the terminal has sent nonsense or lost its
     * place. Nothing after it can be trusted; the connection is given up and the terminal asked on a new one.
     */
    private void requireRest(int arrivedNow) throws LinkException {
        if (arrivedNow > 0 || !reader.midMessage()) {
            rest = Deadline.in(patience);
        } else if (rest.passed()) {
            throw new LinkException(Sentence.of(
                    "zvt.the-terminal-began-a-message-and", "The terminal began a message and did not end it"));
        }
    }

    @Override
    public void discard(Duration quiet) throws LinkException {
        Deadline end = Deadline.in(quiet.multipliedBy(20));
        while (link.read(buffer, quiet) > 0 && !end.passed()) {
            // What a terminal says before it was asked is a banner, never an answer.
        }
        reader.reset();
        arrived.clear();
    }

    @Override
    public boolean confirmsDelivery() {
        return false;
    }

    @Override
    public boolean repeats() {
        return false;
    }

    @Override
    public void close() {
        link.close();
    }
}
