package io.keentill.launcher.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that goes away and comes back. While it is away any connection that somebody makes may get its port,
 * if that is one of those that systems hand out (RFC 6335: from 49152 up; Linux: from 32768 up). So it is a lower one.
 */
public final class SteadyPort {

    private static final int LEAST = 20_000;
    private static final int MOST = 30_000;
    private static final int TRIES = 100;

    private SteadyPort() {}

    /**
     * One on which nobody listens.
     *
     * @throws IOException if there is none
     */
    public static int free() throws IOException {
        IOException last = new IOException("Nothing was tried");
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LEAST, MOST);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw new IOException("No port from " + LEAST + " to " + MOST + " is free", last);
    }
}
