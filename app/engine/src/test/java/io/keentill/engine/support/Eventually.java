package io.keentill.engine.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread will bring about, as long as needed and no longer than a deadline. */
public final class Eventually {

    /** Far longer than any machine takes, however busy: nobody waits for it but a test that fails. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Eventually() {}

    /** Returns once {@code condition} holds; fails naming {@code what} otherwise. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Did not happen in " + DEADLINE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
