package io.keentill.engine.sync;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rows that are being sent right now. */
final class Flights {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition landed = lock.newCondition();
    private final Set<Long> rows = new HashSet<>();

    /** Waits until fewer than {@code most} are under way. */
    void awaitFewerThan(int most) throws InterruptedException {
        lock.lock();
        try {
            while (rows.size() >= most) {
                landed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void depart(long row) {
        lock.lock();
        try {
            rows.add(row);
        } finally {
            lock.unlock();
        }
    }

    void land(long row) {
        lock.lock();
        try {
            rows.remove(row);
            landed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** All of them at this moment. */
    Set<Long> rows() {
        lock.lock();
        try {
            return Set.copyOf(rows);
        } finally {
            lock.unlock();
        }
    }

    boolean none() {
        lock.lock();
        try {
            return rows.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
