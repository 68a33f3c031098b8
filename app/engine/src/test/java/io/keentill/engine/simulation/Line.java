package io.keentill.engine.simulation;

import io.keentill.engine.simulation.Fault.Site;
import io.keentill.revkeen.InProcessServer;
import io.keentill.revkeen.connector.ConnectorChannel;
import io.keentill.revkeen.connector.ConnectorListener;
import io.keentill.revkeen.connector.ConnectorSettings;
import io.keentill.revkeen.connector.ConnectorState;
import io.keentill.revkeen.connector.ToServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The network between one life of a till and RevKeen, on which everything may go wrong. */
final class Line implements InProcessServer {

    private static final Duration THERE = Duration.ofMillis(25);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NO_NETWORK = Duration.ofMillis(200);

    private final Life life;
    private final SimRevKeen server;
    private @Nullable SimChannel channel;

    Line(Life life, SimRevKeen server) {
        this.life = life;
        this.server = server;
    }

    @Override
    public Answer answer(Question question) throws IOException {
        int mark = question.path().indexOf('?');
        String path = mark < 0 ? question.path() : question.path().substring(0, mark);
        String query = mark < 0 ? "" : question.path().substring(mark + 1);
        String key = question.headers().getOrDefault("Idempotency-Key", "");
        Fault fault = life.step(Site.REQUEST, question.method() + " " + path);
        if (!life.till().online()) {
            pause(NO_NETWORK);
            throw new ConnectException("No network");
        }
        pause(THERE);
        Request request = new Request(question.method(), path, query, key, question.body());
        SimRevKeen.Reply reply = switch (fault.kind()) {
            case LOST -> {
                pause(PATIENCE);
                throw new InterruptedIOException("time-out");
            }
            case LATE -> {
                life.world().time().after(Duration.ofSeconds(fault.size()), () -> arrive(request));
                pause(PATIENCE);
                throw new InterruptedIOException("time-out");
            }
            case TWICE -> {
                arrive(request);
                yield arrive(request);
            }
            case RATE_LIMITED -> SimRevKeen.error(429, "rate_limited", "Too many requests");
            case SERVER_ERROR -> SimRevKeen.error(500 + (int) (fault.size() % 4), "internal", "Try again");
            case SERVER_ERROR_AFTER ->
                question.method().equals("GET")
                        ? SimRevKeen.error(500, "internal", "Try again")
                        : server.failAfter(request.method(), request.path(), request.key(), request.body());
            case REFUSED -> refused(request);
            default -> arrive(request);
        };
        life.step(Site.ANSWER, question.method() + " " + path + " -> " + reply.status());
        pause(THERE);
        if (fault.is(Fault.Kind.CUT_OFF)) {
            life.till().cutOff(Duration.ofSeconds(fault.size()));
        }
        if (fault.is(Fault.Kind.ANSWER_LOST) || fault.is(Fault.Kind.CUT_OFF)) {
            pause(PATIENCE);
            throw new InterruptedIOException("time-out");
        }
        return new Answer(
                reply.status(),
                reply.status() == 429 ? Map.of("Retry-After", Long.toString(fault.size())) : Map.of(),
                body(reply, fault));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Request(String method, String path, String query, String key, byte[] body) {}

    private SimRevKeen.Reply arrive(Request request) {
        SimRevKeen.Reply reply =
                server.arrive(request.method(), request.path(), request.query(), request.key(), request.body());
        life.world().tape().add("RevKeen", request.method() + " " + request.path() + " = " + reply.status());
        return reply;
    }

    /** Whoever reads it learns of it; for a read it is nothing but a refusal. */
    private SimRevKeen.Reply refused(Request request) {
        if (!request.method().equals("GET")) {
            life.till().refused(request.path(), request.body());
        }
        return SimRevKeen.error(422, "unprocessable", "RevKeen does not want this");
    }

    private static InputStream body(SimRevKeen.Reply reply, Fault fault) {
        byte[] whole = SimRevKeen.bytes(reply);
        return switch (fault.kind()) {
            case GARBLED -> new ByteArrayInputStream("<html>Welcome to our hotel".getBytes(StandardCharsets.UTF_8));
            case CUT ->
                new SequenceInputStream(
                        new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)), new BrokenStream());
            default -> new ByteArrayInputStream(whole);
        };
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }

    private void pause(Duration time) throws InterruptedIOException {
        life.pause(time);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
    }

    /** The channel breaks with the network. */
    void drop() {
        SimChannel open = channel;
        if (open != null) {
            open.drop();
        }
    }

    @Override
    public ConnectorChannel connector(ConnectorSettings settings, ConnectorListener listener) {
        if (life.world().linked()) {
            SimChannel opened = new SimChannel(life, server.devices(), listener);
            channel = opened;
            return opened;
        }
        return notOffered(settings, listener);
    }

    /** This RevKeen offers no channel, like the real one. */
    private static ConnectorChannel notOffered(ConnectorSettings settings, ConnectorListener listener) {
        return new ConnectorChannel() {
            @Override
            public void start() {
                Thread.ofVirtual()
                        .name("connector-events")
                        .start(() -> listener.stateChanged(new ConnectorState.NotOffered(settings.slowRetry())));
            }

            @Override
            public boolean send(ToServer message) {
                return false;
            }

            @Override
            public ConnectorState state() {
                return new ConnectorState.NotOffered(settings.slowRetry());
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
