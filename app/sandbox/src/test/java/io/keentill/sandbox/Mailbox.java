package io.keentill.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.keentill.sandbox.data.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** A webhook endpoint on a real socket, which keeps what it is sent and answers as it is told. */
final class Mailbox implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    volatile int status = 200;

    record Letter(Map<String, String> headers, String body) {
        ObjectNode json() {
            return Json.stored(body);
        }

        String type() {
            return Json.need(json(), "type");
        }

        /** Whether the documented signature over time and body is right for this secret. */
        boolean signedWith(String secret) {
            try {
                String time = headers.get("X-revkeen-timestamp");
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                String sum =
                        HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
                return headers.get("X-revkeen-signature").equals("t=" + time + ",v1=" + sum);
            } catch (java.security.GeneralSecurityException missing) {
                throw new AssertionError(missing);
            }
        }
    }

    Mailbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            letters.add(new Letter(headers, body));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    Letter await() {
        try {
            Letter letter = letters.poll(20, TimeUnit.SECONDS);
            if (letter == null) {
                throw new AssertionError("no webhook came");
            }
            return letter;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
