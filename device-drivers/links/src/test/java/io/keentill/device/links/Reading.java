package io.keentill.device.links;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Reads from links for tests. */
final class Reading {

    /** A thread for each task: the common pool has one thread only on a small machine, and these tasks wait. */
    static final Executor BACKGROUND = task -> Thread.ofPlatform().daemon().start(task);

    /** A busy machine can only make anything slower and dearer: the best of so many times is the link's own doing. */
    static final int TIMES = 8;

    private static final AtomicReference<Thread> READER = new AtomicReference<>();

    private Reading() {}

    /** Exactly {@code count} bytes, or what came until {@code atMost} had passed without any. */
    static byte[] exactly(Link link, int count, Duration atMost) throws LinkException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < count) {
            byte[] part = new byte[Math.min(1000, count - all.size())];
            int got = link.read(part, atMost);
            if (got == 0) {
                break;
            }
            all.write(part, 0, got);
        }
        return all.toByteArray();
    }

    static byte[] unchecked(Link link, int count, Duration atMost) {
        try {
            return exactly(link, count, atMost);
        } catch (LinkException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What ends a read that another thread starts. */
    static CompletableFuture<Throwable> failureOf(Link link, Duration atMost) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        READER.set(Thread.ofPlatform().daemon().start(() -> {
            try {
                failure.completeExceptionally(new AssertionError("read returned " + link.read(new byte[8], atMost)));
            } catch (LinkException | RuntimeException e) {
                failure.complete(e);
            }
        }));
        return failure;
    }

    /** How long something took, in milliseconds. */
    @FunctionalInterface
    interface Timed {
        long millis() throws Exception;
    }

    /** The least of a few times of {@code timed}, which is looked at again while that is not below {@code enough}. */
    static long leastMillis(long enough, Timed timed) throws Exception {
        long least = Long.MAX_VALUE;
        for (int time = 0; time < TIMES && least >= enough; time++) {
            least = Math.min(least, timed.millis());
        }
        return least;
    }

    /** Returns once the reader started last is inside its wait. */
    static void awaitWaiting(CompletableFuture<Throwable> reader) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < end && !reader.isDone() && !inside(READER.get())) {
            Thread.onSpinWait();
        }
    }

    private static boolean inside(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getMethodName().equals("select") || frame.getMethodName().equals("awaitNanos")) {
                return true;
            }
        }
        return false;
    }
}
