package io.keentill.device.poslink.transport;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Frame;
import io.keentill.device.poslink.codec.HttpForm;
import io.keentill.device.poslink.codec.HttpReader;
import io.keentill.device.poslink.codec.Message;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One GET over a connection of its own. Nothing is acknowledged, and nothing can be sent while the answer is awaited. */
public final class HttpExchange implements Exchange {

    private final Link link;
    private final HttpReader reader = HttpReader.ofResponse();
    private final byte[] buffer = new byte[4096];

    /** Over a fresh link, which is closed with this. */
    public HttpExchange(Link link) {
        this.link = link;
    }

    @Override
    public Delivery send(Message request) throws LinkException {
        link.write(HttpForm.request(request, link.address().where()));
        // HTTP has no word for it; only the answer tells.
        return Delivery.TAKEN;
    }

    @Override
    public int repeated() {
        return 0;
    }

    @Override
    public void interject(Message message) {
        // HTTP has no way to say a second thing before the answer to the first.
    }

    @Override
    public boolean speaksWhileWaiting() {
        return false;
    }

    @Override
    public @Nullable Message receive(Duration atMost) throws LinkException {
        Deadline deadline = Deadline.in(atMost);
        HttpReader.State state = HttpReader.State.OPEN;
        do {
            state = more(deadline.left());
        } while (state == HttpReader.State.OPEN && !deadline.passed());
        return state == HttpReader.State.OPEN ? null : read();
    }

    @Override
    public void confirm() {
        // The answer itself ends the exchange.
    }

    @Override
    public void confirmAndGoOn() {
        // Nothing comes after the answer.
    }

    @Override
    public void close() {
        link.close();
    }

    private HttpReader.State more(Duration atMost) throws LinkException {
        try {
            return reader.accept(buffer, link.read(buffer, atMost));
        } catch (LinkException ended) {
            if (reader.end() == HttpReader.State.WHOLE) {
                return HttpReader.State.WHOLE;
            }
            throw ended;
        }
    }

    private Message read() throws LinkException {
        Optional<HttpReader.Whole> whole = reader.whole();
        if (whole.isEmpty()) {
            throw new LinkException("What answers at " + link.address() + " does not speak HTTP as POSLINK does");
        }
        String line = whole.get().startLine();
        if (!line.matches("HTTP/1\\.\\d 200.*")) {
            String shown = line.replaceAll("[^ -~]", "");
            throw new LinkException("The terminal at " + link.address() + " answers with an HTTP error: "
                    + shown.substring(0, Math.min(60, shown.length())));
        }
        Optional<Message> message = Frame.fromHttpBody(whole.get().body());
        return message.orElseThrow(() -> new LinkException(
                "What answers at " + link.address() + " is no POSLINK terminal, or its answer was damaged on the way"));
    }
}
