package io.keentill.device.links;

import java.time.Duration;

/** A moment on the monotonic clock, so that setting the computer's clock moves no wait. */
record Deadline(long atNanos) {

    private static final Duration FAR = Duration.ofDays(365);

    /** The moment {@code wait} from now; a negative wait counts as none, more than a year as a year. */
    static Deadline in(Duration wait) {
        Duration bounded = wait.isNegative() ? Duration.ZERO : wait.compareTo(FAR) > 0 ? FAR : wait;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    /** Nanoseconds left, zero or below once it has passed. */
    long nanosLeft() {
        return atNanos - System.nanoTime();
    }

    /** Milliseconds left, rounded up so that a wait of that length never ends early; zero once it has passed. */
    long millisLeft() {
        long nanos = nanosLeft();
        return nanos <= 0 ? 0 : (nanos + 999_999) / 1_000_000;
    }

    /** Whether it has passed. */
    boolean passed() {
        return nanosLeft() <= 0;
    }
}
