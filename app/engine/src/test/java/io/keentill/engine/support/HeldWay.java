package io.keentill.engine.support;

import io.keentill.engine.support.HttpPeer.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** A way to a server on which single requests are held up before they get there, until the test lets them go on. */
public final class HeldWay implements AutoCloseable {

    private static final long LONGEST_SECONDS = 60;

    private final URI server;
    private final HttpPeer http = new HttpPeer(this::handle);
    private final List<Held> held = new CopyOnWriteArrayList<>();

    /** To this server; its path is kept. */
    public HeldWay(URI server) throws IOException {
        this.server = server;
    }

    /** One request that is held up. */
    public static final class Held {
        private final Predicate<Request> which;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CountDownLatch there = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);

        private Held(Predicate<Request> which) {
            this.which = which;
        }

        /** Returns once it is on its way. */
        public void awaited() throws InterruptedException {
            if (!there.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("No such request came");
            }
        }

        /** It gets there now. */
        public void goesOn() {
            free.countDown();
        }
    }

    /** The next request that fits is held up. */
    public Held hold(Predicate<Request> which) {
        Held one = new Held(which);
        held.add(one);
        return one;
    }

    public String url() {
        return "http://127.0.0.1:" + http.port() + server.getPath();
    }

    private void handle(Request request, InputStream in, OutputStream out) throws IOException {
        for (Held one : held) {
            if (one.which.test(request) && !one.taken.getAndSet(true)) {
                one.there.countDown();
                await(one);
            }
        }
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        HttpURLConnection onward = (HttpURLConnection)
                server.resolve(request.path() + query).toURL().openConnection();
        onward.setRequestMethod(request.method());
        for (String name : List.of("x-api-key", "Idempotency-Key", "Content-Type", "Accept")) {
            if (request.headers().containsKey(name)) {
                onward.setRequestProperty(name, request.headers().get(name));
            }
        }
        if (request.body().length > 0) {
            onward.setDoOutput(true);
            onward.getOutputStream().write(request.body());
        }
        int status = onward.getResponseCode();
        InputStream answer = status < 400 ? onward.getInputStream() : onward.getErrorStream();
        String text = answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        onward.disconnect();
        HttpPeer.answer(out, status, text, "Content-Type: application/json");
    }

    private static void await(Held one) throws IOException {
        try {
            if (!one.free.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Held up for ever");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        held.forEach(Held::goesOn);
        http.close();
    }
}
