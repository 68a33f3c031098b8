package io.keentill.device.link;

import java.time.Duration;

/** A moment on the monotonic clock after which waiting ends; setting the computer's clock moves none. */
public record Deadline(long nanoTime) {

    private static final Duration FAR = Duration.ofDays(365);

    /** {@code wait} from now; a negative wait counts as none, more than a year as a year. */
    public static Deadline in(Duration wait) {
        Duration bounded = wait.isNegative() ? Duration.ZERO : wait.compareTo(FAR) > 0 ? FAR : wait;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    /** How long until it, never below zero. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanosLeft()));
    }

    /** How long until it, but no more than {@code slice}. */
    public Duration left(Duration slice) {
        Duration left = left();
        return left.compareTo(slice) < 0 ? left : slice;
    }

    /** Nanoseconds left, zero or below once it has passed. */
    public long nanosLeft() {
        return nanoTime - System.nanoTime();
    }

    /** Milliseconds left, rounded up so that a wait of that length never ends early; zero once it has passed. */
    public long millisLeft() {
        long nanos = nanosLeft();
        return nanos <= 0 ? 0 : (nanos + 999_999) / 1_000_000;
    }

    /** The earlier of this and {@code other}. */
    public Deadline earlier(Deadline other) {
        return nanoTime - other.nanoTime <= 0 ? this : other;
    }

    /** Whether it has come. */
    public boolean passed() {
        return nanosLeft() <= 0;
    }
}
