package io.keentill.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The least of a server: kept-alive connections, and the same order as the answer to everything. */
final class Echo implements AutoCloseable {
    private static final String ORDER = """
            {"id":"0b8a3c52-6f1e-4d8e-9a55-0c3f2f9f7d01","object":"order","public_id":"ord_1042","customer_id":null,\
            "status":"pending","billing_type":"one_time","fulfillment_status":"unfulfilled","currency":"GBP",\
            "subtotal":1250,"discount":0,"tax":0,"total":1250,"amount_paid":0,"amount_refunded":0,"amount_due":1250,\
            "line_items":[{"id":"5d2c3f0e-7f0e-4c0a-8f0b-6d7f3a1b2c01","product_id":null,"description":"Tea","quantity":1,\
            "unit_price":350,"subtotal":350,"discount":0,"tax":0,"total":350,"metadata":{},"position":0},\
            {"id":"5d2c3f0e-7f0e-4c0a-8f0b-6d7f3a1b2c02","product_id":null,"description":"Mug","quantity":1,\
            "unit_price":900,"subtotal":900,"discount":0,"tax":0,"total":900,"metadata":{},"position":1}],\
            "metadata":{"sale":"S-1042"},"notes":null,"invoice_id":null,"subscription_id":null,\
            "created_at":"2026-05-01T09:00:00Z","updated_at":"2026-05-01T09:00:00Z","paid_at":null,"canceled_at":null,\
            "fulfilled_at":null,"expires_at":null}""";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final byte[] answer;

    Echo() throws IOException {
        byte[] body = ORDER.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nRevKeen-Version: 2026-05-01\r\n"
                + "x-request-id: req_1\r\nContent-Length: " + body.length + "\r\n\r\n";
        answer = (head + ORDER).getBytes(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("echo").start(this::accept);
    }

    /** The base that requests go to. */
    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v2";
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofPlatform().daemon().name("echo-line").start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream(), 16 * 1024);
            OutputStream out = client.getOutputStream();
            while (swallow(in)) {
                out.write(answer);
            }
        } catch (IOException gone) {
            // the client closed the connection: nothing is left to answer
        }
    }

    /** Reads one request; false when the connection ended before one began. */
    private static boolean swallow(InputStream in) throws IOException {
        int length = 0;
        boolean any = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            any = true;
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return any;
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
