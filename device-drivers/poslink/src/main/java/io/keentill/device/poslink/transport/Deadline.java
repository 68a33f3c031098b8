package io.keentill.device.poslink.transport;

import java.time.Duration;

/** A moment on the monotonic clock after which waiting ends. */
public record Deadline(long nanoTime) {

    /** {@code wait} from now. */
    public static Deadline in(Duration wait) {
        return new Deadline(System.nanoTime() + wait.toNanos());
    }

    /** How long until it, never below zero. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** How long until it, but no more than {@code slice}. */
    public Duration left(Duration slice) {
        Duration left = left();
        return left.compareTo(slice) < 0 ? left : slice;
    }

    /** Whether it has come. */
    public boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
