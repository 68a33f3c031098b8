package io.keentill.launcher;

import java.util.concurrent.CountDownLatch;

/** Keeps a server command running until it is told to stop, then closes what it runs. */
public final class Running {

    private Running() {}

    /** Returns when the process is asked to end; {@code server} is closed first. */
    public static void untilStopped(AutoCloseable server) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            close(server);
                            stopped.countDown();
                        },
                        "shutdown"));
        stopped.await();
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.getLogger(Running.class.getName()).log(System.Logger.Level.WARNING, "Not closed cleanly", e);
        }
    }
}
