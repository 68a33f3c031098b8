package io.keentill.device.escpos;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;

/** An exchange over a link, such as raw USB or a serial port. */
final class LinkConversation implements Conversation {

    private static final int READ_BUFFER = 256;
    private static final int MOST_DRAINS = 256;
    /** Between two pieces the job's deadline is looked at; the link has one of its own for each. */
    private static final int PIECE = 4096;

    private final Link link;

    LinkConversation(Link link) {
        this.link = link;
    }

    @Override
    public OptionalInt ask(int question, Duration limit) throws IOException {
        drain();
        link.write(new byte[] {0x10, 0x04, (byte) question});
        Deadline deadline = Deadline.in(limit);
        byte[] heard = new byte[READ_BUFFER];
        while (!deadline.passed()) {
            int count = link.read(heard, deadline.left());
            for (int i = 0; i < count; i++) {
                int status = heard[i] & 0xFF;
                if (PaperStatus.isAnswer(status)) {
                    return OptionalInt.of(status);
                }
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public void send(byte[] bytes, Duration limit) throws IOException {
        Deadline deadline = Deadline.in(limit);
        for (int from = 0; from < bytes.length; from += PIECE) {
            if (deadline.passed()) {
                throw new SocketTimeoutException("The printer took too long");
            }
            link.write(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
        }
    }

    /** A link has no end of stream, and what was written to it has left. */
    @Override
    public void finish(Duration limit) throws IOException {
        drain();
    }

    @Override
    public void close() {
        link.close();
    }

    /** Takes in what is there; bounded, in case a printer never falls silent. */
    private void drain() throws IOException {
        byte[] heard = new byte[READ_BUFFER];
        int reads = 0;
        while (reads < MOST_DRAINS && link.read(heard, Duration.ZERO) > 0) {
            reads++;
        }
    }
}
