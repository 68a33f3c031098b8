package io.keentill.revkeen;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A small HTTP/1.1 server on a raw socket, so that tests see exact bytes and can break off anywhere. */
public final class LoopbackServer implements AutoCloseable {

    /** One request as it came. */
    public record Arrived(String line, Map<String, String> headers, byte[] body) {
        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What to do with a request. */
    @FunctionalInterface
    public interface Answer {
        /** Writes to {@code out}; the connection is closed afterwards. */
        void give(Arrived request, InputStream in, OutputStream out) throws Exception;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final AtomicInteger count = new AtomicInteger();
    public final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    public final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    public LoopbackServer() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v2";
    }

    /** Requests that arrived so far. */
    public int count() {
        return count.get();
    }

    public LoopbackServer then(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** Next answer: this status, body and headers. */
    public LoopbackServer reply(int status, String body, String... headers) {
        return then((request, in, out) -> write(out, status, body, headers));
    }

    public static void write(OutputStream out, int status, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String extra = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        out.write(("HTTP/1.1 " + status + " X\r\n" + extra + "Connection: close\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (socket.isClosed()) {
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
            String line = line(in);
            if (line.isEmpty()) {
                return;
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String h = line(in); !h.isEmpty(); h = line(in)) {
                headers.put(
                        h.substring(0, h.indexOf(':')),
                        h.substring(h.indexOf(':') + 1).strip());
            }
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
            Arrived request = new Arrived(line, headers, body);
            count.incrementAndGet();
            arrived.add(request);
            Answer answer = answers.poll();
            if (answer == null) {
                write(client.getOutputStream(), 599, "{\"error\":\"no answer prepared\"}");
            } else {
                answer.give(request, in, client.getOutputStream());
            }
        } catch (Exception broken) {
            // the test asserts on what the client saw
        }
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
        socket.close();
    }
}
