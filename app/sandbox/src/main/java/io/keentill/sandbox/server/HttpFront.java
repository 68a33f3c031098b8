package io.keentill.sandbox.server;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsRouting;
import io.keentill.sandbox.api.Delivery;
import io.keentill.sandbox.api.Gateway;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.terminal.Connectors;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Map;

/** The HTTP server: {@code /v2} is the API, {@code /sandbox} the controls, {@code /v2/connector} the WebSocket. */
public final class HttpFront implements AutoCloseable {
    private static final String API = "/v2";
    private static final String CONTROLS = "/sandbox";

    /** Where exports are fetched. */
    public static final String DOWNLOADS = "/downloads";

    private static final long LARGEST_BODY = 4L * 1024 * 1024;

    private final Gateway gateway;
    private final Admin admin;
    private final Downloading downloading;
    private final WebServer server;

    /**
     * Listens on {@code address} and {@code port} (0 for any).
     *
     * @throws IOException when the port is taken
     */
    public HttpFront(
            InetAddress address, int port, Gateway gateway, Admin admin, Downloading downloading, Connectors connectors)
            throws IOException {
        refuseTaken(address, port);
        this.gateway = gateway;
        this.admin = admin;
        this.downloading = downloading;
        this.server = WebServer.builder()
                .address(address)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(300))
                .maxPayloadSize(LARGEST_BODY)
                .putListenerSocketOption(StandardSocketOptions.SO_REUSEADDR, true)
                .routing(routing -> routing.any(this::handle))
                .addRouting(WsRouting.builder().endpoint(API + "/connector", () -> new ConnectorSocket(connectors)))
                .build()
                .start();
        if (!server.isRunning()) {
            throw new IOException("the server did not start; its log says why");
        }
    }

    /** The HTTP server logs a taken port and goes on without listening, so it is asked for first. */
    private static void refuseTaken(InetAddress address, int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            throw new IOException("port " + port + " is in use; choose another one", taken);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void handle(ServerRequest request, ServerResponse response) {
        String path = request.path().absolute().rawPath();
        if (below(path, API)) {
            Exchange.answer(response, gateway.handle(Exchange.request(request, API)));
        } else if (below(path, CONTROLS)) {
            answer(response, admin.handle(Exchange.request(request, CONTROLS)));
        } else if (below(path, DOWNLOADS)) {
            downloading.answer(request, response);
        } else {
            Refusal elsewhere = Refusal.missing("path; the API is below " + API, path);
            answer(
                    response,
                    new io.keentill.sandbox.api.Reply(
                            404,
                            Map.of(),
                            io.keentill.sandbox.api.ErrorShape.E1
                                    .body(elsewhere, "")
                                    .toString()));
        }
    }

    private static void answer(ServerResponse response, io.keentill.sandbox.api.Reply reply) {
        Exchange.answer(response, new Delivery(reply, Delivery.How.WHOLE));
    }

    private static boolean below(String path, String base) {
        return path.equals(base) || path.startsWith(base + "/");
    }
}
