package io.keentill.device.links;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that have come and wait for their reader. It is bounded: who fills it waits, so that a device that never stops
 * sending cannot fill the memory. What came before an end is still handed out, only then does the reader learn of it.
 */
final class Inbox {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring;
    private int head;
    private int size;
    private @Nullable Sentence lost;
    private @Nullable Sentence closed;

    /** One that holds {@code capacity} bytes. */
    Inbox(int capacity) {
        this.ring = new byte[capacity];
    }

    /** Adds the first {@code count} bytes of {@code from}, waiting for room; drops the rest once it has ended. */
    void put(byte[] from, int count) {
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                while (size == ring.length && !ended()) {
                    changed.awaitUninterruptibly();
                }
                if (ended()) {
                    return;
                }
                ring[(head + size) % ring.length] = from[i];
                size++;
                if (size == ring.length || i == count - 1) {
                    changed.signalAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends it because the device is gone: the reader gets what is left, and then {@code why}. */
    void lose(Sentence why) {
        lock.lock();
        try {
            lost = lost == null ? why : lost;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends it because the link was closed here: the reader gets {@code why} at once. */
    void close(Sentence why) {
        lock.lock();
        try {
            closed = closed == null ? why : closed;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why it has ended, if it has. */
    @Nullable
    Sentence end() {
        lock.lock();
        try {
            return closed != null ? closed : lost;
        } finally {
            lock.unlock();
        }
    }

    /** Takes what is there, waiting {@code atMost} for the first byte; 0 if none came. */
    int take(byte[] into, Duration atMost) throws LinkException {
        Deadline deadline = Deadline.in(atMost);
        lock.lock();
        try {
            while (true) {
                if (closed != null) {
                    throw new LinkException(closed);
                }
                if (size > 0) {
                    return handOut(into);
                }
                if (lost != null) {
                    throw new LinkException(lost);
                }
                long left = deadline.nanosLeft();
                if (left <= 0) {
                    return 0;
                }
                long unusedRest = changed.awaitNanos(left);
                assert unusedRest <= left : "a wait cannot give time back";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(
                    Sentence.of("link.waiting-for-the-device-was", "Waiting for the device was interrupted"), e);
        } finally {
            lock.unlock();
        }
    }

    private boolean ended() {
        return closed != null || lost != null;
    }

    private int handOut(byte[] into) {
        int count = Math.min(into.length, size);
        int first = Math.min(count, ring.length - head);
        System.arraycopy(ring, head, into, 0, first);
        System.arraycopy(ring, 0, into, first, count - first);
        head = (head + count) % ring.length;
        size -= count;
        changed.signalAll();
        return count;
    }
}
