package io.keentill.device.poslink.transport;

import io.keentill.device.http.HttpCall;
import io.keentill.device.http.HttpClient;
import io.keentill.device.http.HttpReply;
import io.keentill.device.http.HttpResult;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Frame;
import io.keentill.device.poslink.codec.HttpForm;
import io.keentill.device.poslink.codec.Message;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One GET on a connection of its own. Nothing is acknowledged, and nothing can be sent while the answer is awaited: so the
 * request leaves only when the answer is asked for.
 */
public final class HttpExchange implements Exchange {

    private static final int OK = 200;

    private final HttpClient client;
    private @Nullable Message request;
    private boolean unsent;

    /** By a client that serves this exchange alone, so that no connection is used twice; it is closed with this. */
    public HttpExchange(HttpClient client) {
        this.client = client;
    }

    @Override
    public Delivery send(Message message) {
        request = message;
        return Delivery.TAKEN;
    }

    @Override
    public int repeated() {
        return 0;
    }

    @Override
    public boolean certainlyUnsent() {
        return unsent;
    }

    @Override
    public void interject(Message message) {
        // HTTP has no way to say a second thing before the answer to the first.
    }

    @Override
    public boolean speaksWhileWaiting() {
        return false;
    }

    /** {@inheritDoc} The first call sends the request; a second has nothing left to wait for. */
    @Override
    public @Nullable Message receive(Duration atMost) throws LinkException {
        Message message = request;
        request = null;
        if (message == null) {
            throw new LinkException(Sentence.of(
                    "poslink.the-terminal-has-answered-already-and",
                    "The terminal has answered already, and HTTP has one answer only"));
        }
        return switch (client.exchange(HttpCall.get(HttpForm.target(message)), atMost)) {
            case HttpResult.Answered(HttpReply reply) -> read(reply);
            case HttpResult.NotSent(Sentence why) -> {
                unsent = true;
                throw new LinkException(why);
            }
            case HttpResult.NoAnswer(Sentence why) -> throw new LinkException(why);
        };
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
        client.close();
    }

    private static Message read(HttpReply reply) throws LinkException {
        if (reply.status() != OK) {
            throw new LinkException(Sentence.of(
                    "poslink.the-terminal-refuses-with-http-error",
                    "The terminal refuses with HTTP error {0}. Check that its payment app takes" + " POSLINK over HTTP",
                    reply.status()));
        }
        return Frame.fromHttpBody(reply.body())
                .orElseThrow(() -> new LinkException(Sentence.of(
                        "poslink.what-answers-there-is-no-poslink",
                        "What answers there is no POSLINK terminal, or its answer was damaged on the way")));
    }
}
