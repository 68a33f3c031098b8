package io.keentill.engine.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** HTTP/1.1 on a raw loopback socket: one request for each connection, which the handler may also just drop. */
public final class HttpPeer implements AutoCloseable {

    /** One request as it came. */
    public record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** {@code POST /v2/orders}. */
        public String line() {
            return method + " " + path;
        }
    }

    /** Answers a request on its socket; the connection is closed afterwards. */
    @FunctionalInterface
    public interface Handler {
        void handle(Request request, InputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Handler handler;

    /** Listens at once. */
    public HttpPeer(Handler handler) throws IOException {
        this.handler = handler;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                if (server.isClosed()) {
                    // Called while it was being shut.
                    client.close();
                    return;
                }
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String[] first = line(in).split(" ", 3);
            if (first.length < 2) {
                return;
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String h = line(in); !h.isEmpty(); h = line(in)) {
                headers.put(
                        h.substring(0, h.indexOf(':')),
                        h.substring(h.indexOf(':') + 1).strip());
            }
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
            String[] target = first[1].split("\\?", 2);
            String query = target.length == 2 ? target[1] : "";
            handler.handle(new Request(first[0], target[0], query, headers, body), in, client.getOutputStream());
        } catch (IOException gone) {
            // the client went away, or the test dropped it: both are what some tests are about
        } finally {
            open.remove(client);
        }
    }

    /** Writes a whole answer. */
    public static void answer(OutputStream out, int status, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String extra = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        out.write(("HTTP/1.1 " + status + " X\r\n" + extra + "Connection: close\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
