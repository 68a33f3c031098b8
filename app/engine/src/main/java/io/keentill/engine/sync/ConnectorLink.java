package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.connector.ConnectorChannel;
import io.keentill.revkeen.connector.ConnectorCredentials;
import io.keentill.revkeen.connector.ConnectorListener;
import io.keentill.revkeen.connector.ConnectorSettings;
import io.keentill.revkeen.connector.ConnectorState;
import io.keentill.revkeen.connector.FromServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Which channel the connector speaks through, and as whom: with the till's key, or with the token that a linking code was
 * exchanged for. What a channel says after another took its place is not heard.
 */
final class ConnectorLink {

    private static final System.Logger LOG = System.getLogger(ConnectorLink.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LinkKeeper keeper;
    private final ConnectorListener listener;
    private volatile @Nullable ConnectorChannel channel;
    private volatile long current;
    private volatile ConnectorCredentials credentials = new ConnectorCredentials.ApiKey();
    private @Nullable RevKeen api;
    private @Nullable ConnectorSettings settings;

    ConnectorLink(LinkKeeper keeper, ConnectorListener listener) {
        this.keeper = keeper;
        this.listener = listener;
    }

    synchronized void start(RevKeen client, ConnectorSettings plain) {
        api = client;
        settings = plain.withCredentials(() -> credentials);
        credentials = kept();
        open(listener);
    }

    private ConnectorCredentials kept() {
        try {
            Optional<String> token = keeper.token();
            return token.isPresent() ? new ConnectorCredentials.Token(token.get()) : new ConnectorCredentials.ApiKey();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The connector's token cannot be read; the key is used", e);
            return new ConnectorCredentials.ApiKey();
        }
    }

    private void open(ConnectorListener to) {
        RevKeen client = api;
        ConnectorSettings how = settings;
        if (client != null && how != null) {
            long number = current + 1;
            current = number;
            ConnectorChannel opened = client.connector(how, new Current(to, number));
            ConnectorChannel before = channel;
            channel = opened;
            if (before != null) {
                before.close();
            }
            opened.start();
        }
    }

    @Nullable
    ConnectorChannel channel() {
        return channel;
    }

    boolean byCode() {
        return !(credentials instanceof ConnectorCredentials.ApiKey);
    }

    /** Exchanges a code for a token and goes on with that; on failure everything is as it was. Blocks for seconds. */
    synchronized LinkResult link(String code) {
        ConnectorCredentials before = credentials;
        Linking linking = new Linking();
        credentials = new ConnectorCredentials.LinkingCode(code);
        open(linking);
        LinkResult result = linking.await();
        if (result instanceof LinkResult.NotLinked) {
            credentials = before;
            open(listener);
        }
        return result;
    }

    /** Forgets the token and connects with the key again. */
    synchronized void unlink() throws IOException {
        keeper.forget();
        credentials = new ConnectorCredentials.ApiKey();
        open(listener);
    }

    void close() {
        ConnectorChannel last = channel;
        if (last != null) {
            last.close();
        }
    }

    /** Passes on what the channel in use says. */
    private final class Current implements ConnectorListener {

        private final ConnectorListener to;
        private final long number;

        Current(ConnectorListener to, long number) {
            this.to = to;
            this.number = number;
        }

        private boolean counts() {
            return number == current;
        }

        @Override
        public void stateChanged(ConnectorState now) {
            if (counts()) {
                to.stateChanged(now);
            }
        }

        @Override
        public void received(FromServer message) {
            if (counts()) {
                to.received(message);
            }
        }

        @Override
        public void ignored(String why) {
            if (counts()) {
                to.ignored(why);
            }
        }
    }

    /** Waits for what becomes of a code, and passes everything on. */
    private final class Linking implements ConnectorListener {

        private final CompletableFuture<LinkResult> result = new CompletableFuture<>();

        LinkResult await() {
            try {
                return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                return new LinkResult.NotLinked(Sentence.of(
                        "sync.revkeen-did-not-answer-in-time",
                        "RevKeen did not answer in time. Check the network and try again."));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new LinkResult.NotLinked(Sentence.of("sync.interrupted", "Interrupted."));
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        @Override
        public void stateChanged(ConnectorState now) {
            listener.stateChanged(now);
            switch (now) {
                case ConnectorState.Refused no -> refused();
                case ConnectorState.NotOffered none ->
                    result.complete(new LinkResult.NotLinked(Sentence.of(
                            "sync.this-revkeen-offers-no-connector-channel",
                            "This RevKeen offers no connector channel to tills: use RevKeen's own connector"
                                    + " app.")));
                default -> {}
            }
        }

        private void refused() {
            result.complete(new LinkResult.NotLinked(Sentence.of(
                    "sync.revkeen-does-not-take-this-code",
                    "RevKeen does not take this code: it is mistyped, used already, or older than"
                            + " its time. Make a new one in the dashboard.")));
        }

        @Override
        public void received(FromServer message) {
            if (message instanceof FromServer.Welcome welcome) {
                String token = welcome.connectorToken();
                result.complete(token == null ? withoutToken() : keep(welcome.deviceId(), token));
            } else if (message instanceof FromServer.ServerError error) {
                result.complete(new LinkResult.NotLinked(Sentence.of(
                        "sync.revkeen-does-not-take-this-code-2",
                        "RevKeen does not take this code: {0}",
                        error.message())));
            }
            listener.received(message);
        }

        private LinkResult withoutToken() {
            return new LinkResult.NotLinked(Sentence.of(
                    "sync.revkeen-took-the-code-and-gave",
                    "RevKeen took the code and gave no token for it. Make a new code."));
        }

        private LinkResult keep(String device, String token) {
            try {
                keeper.keep(token);
                credentials = new ConnectorCredentials.Token(token);
                return new LinkResult.Linked(device);
            } catch (IOException e) {
                return new LinkResult.NotLinked(Sentence.of(
                        "sync.the-link-could-not-be-kept",
                        "The link could not be kept ({0}). Free the till's data folder, then make a new" + " code.",
                        e.getMessage()));
            }
        }

        @Override
        public void ignored(String why) {
            listener.ignored(why);
        }
    }
}
