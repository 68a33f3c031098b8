package io.keentill.storefront;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/** JavaFX for all tests of one process: whoever needs it first starts it, nobody ends it. */
final class Toolkit {

    private Toolkit() {}

    static synchronized void start() throws InterruptedException {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException running) {
            up.countDown();
        }
        if (!up.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("JavaFX does not start");
        }
        Platform.setImplicitExit(false);
    }

    /** Runs this on the screen's thread and waits for it. */
    static void run(Runnable what) throws InterruptedException {
        start();
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        Platform.runLater(() -> {
            try {
                what.run();
            } catch (Throwable e) {
                trouble.set(e);
            }
            done.countDown();
        });
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The screen's thread is stuck");
        }
        if (trouble.get() != null) {
            throw new AssertionError(trouble.get());
        }
    }
}
