package io.keentill.revkeen.connector;

import java.time.Duration;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Passes what one connection says to its connector, with the connection's number. */
final class ConnectorSocket extends WebSocketListener {
    private final WebSocketConnector connector;
    private final long number;

    ConnectorSocket(WebSocketConnector connector, long number) {
        this.connector = connector;
        this.number = number;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        connector.opened(number, socket);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        connector.frame(number, text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        connector.ignore(number, "a binary frame of " + bytes.size() + " bytes");
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(1000, null);
        connector.dropped(number, 0, null, "the server closed the channel (" + code + ")");
    }

    @Override
    public void onFailure(WebSocket socket, Throwable cause, @Nullable Response response) {
        int status = response == null ? 0 : response.code();
        String after = response == null ? null : response.header("Retry-After");
        Duration wait = after != null && after.matches("\\d{1,4}") ? Duration.ofSeconds(Long.parseLong(after)) : null;
        String reason =
                status == 0 ? "no connection: " + cause.getClass().getSimpleName() : "the server answered " + status;
        connector.dropped(number, status, wait, reason);
    }
}
