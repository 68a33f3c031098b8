package io.keentill.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A receipt printer on the network that keeps what it is told, job after job. */
final class PaperCatcher implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();

    PaperCatcher() throws IOException {
        Thread.ofVirtual().name("paper").start(this::take);
    }

    private void take() {
        while (!socket.isClosed()) {
            try (Socket job = socket.accept();
                    InputStream in = job.getInputStream()) {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    synchronized (paper) {
                        paper.write(next);
                    }
                }
            } catch (IOException e) {
                // The printer was switched off, or somebody left in the middle of a job: the next one may come.
                continue;
            }
        }
    }

    String address() {
        return "tcp:127.0.0.1:" + socket.getLocalPort();
    }

    int bytes() {
        synchronized (paper) {
            return paper.size();
        }
    }

    /** All of it, a byte a character. */
    String text() {
        return textFrom(0);
    }

    String textFrom(int start) {
        synchronized (paper) {
            return paper.toString(StandardCharsets.ISO_8859_1).substring(start);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
