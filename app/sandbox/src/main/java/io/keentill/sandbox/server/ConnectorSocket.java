package io.keentill.sandbox.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.terminal.Admission;
import io.keentill.sandbox.terminal.Connectors;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One WebSocket connection of a connector. Frames may be sent from any thread, one at a time. */
final class ConnectorSocket implements WsListener, Connectors.Peer {
    private static final System.Logger LOG = System.getLogger(ConnectorSocket.class.getName());
    private static final int LONGEST_FRAME = 64 * 1024;
    private static final int TOO_BIG = 1009;
    private static final int GOING_AWAY = 1001;

    private final Connectors connectors;
    private final ReentrantLock sending = new ReentrantLock();
    private final StringBuilder parts = new StringBuilder();
    private volatile @Nullable WsSession session;
    private volatile @Nullable Admission admission;
    private @Nullable String deviceId;

    ConnectorSocket(Connectors connectors) {
        this.connectors = connectors;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) {
        try {
            admission = connectors.admit(
                    header(headers, "x-api-key"), header(headers, "authorization"), header(headers, "x-linking-code"));
            return Optional.empty();
        } catch (Refusal refusal) {
            String body = ErrorShape.PLATFORM.body(refusal, "").toString();
            throw RequestException.builder()
                    .status(Status.create(refusal.status()))
                    .message(body)
                    .safeMessage(true)
                    .build();
        }
    }

    private static @Nullable String header(Headers headers, String name) {
        return headers.first(HeaderNames.create(name)).orElse(null);
    }

    @Override
    public Admission admission() {
        return Objects.requireNonNull(admission, "no message comes before the upgrade");
    }

    @Override
    public void onOpen(WsSession opened) {
        session = opened;
    }

    @Override
    public void onMessage(WsSession from, String text, boolean last) {
        parts.append(text);
        if (parts.length() > LONGEST_FRAME) {
            from.close(TOO_BIG, "a frame has at most 64 KiB");
            return;
        }
        if (last) {
            String whole = parts.toString();
            parts.setLength(0);
            deviceId = connectors.received(this, deviceId, whole);
        }
    }

    /** Answered here: the server's own default is silence, and a peer that hears none takes the line for dead. */
    @Override
    public void onPing(WsSession from, BufferData payload) {
        sending.lock();
        try {
            from.pong(payload);
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void onClose(WsSession closed, int status, String reason) {
        session = null;
        connectors.gone(this, deviceId);
    }

    @Override
    public void onError(WsSession failed, Throwable problem) {
        LOG.log(System.Logger.Level.DEBUG, "a connector's connection broke", problem);
        session = null;
        connectors.gone(this, deviceId);
    }

    @Override
    public void send(ObjectNode frame) {
        WsSession open = session;
        if (open == null) {
            return;
        }
        sending.lock();
        try {
            open.send(frame.toString(), true);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.DEBUG, "a connector was gone before its frame", broken);
            session = null;
            connectors.gone(this, deviceId);
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void close() {
        WsSession open = session;
        session = null;
        if (open == null) {
            return;
        }
        sending.lock();
        try {
            open.close(GOING_AWAY, "another connection, or the end of the server");
            open.terminate();
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.DEBUG, "a connector was gone before its goodbye", broken);
        } finally {
            sending.unlock();
        }
    }
}
