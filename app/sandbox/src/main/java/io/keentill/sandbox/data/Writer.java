package io.keentill.sandbox.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * The one thread that writes. Jobs that wait at the same time share a transaction, and with it the wait for the disk
 * (group commit): each runs in a savepoint of its own, so that one that fails takes back its own changes only, and each
 * hears its result after the commit, never before.
 */
final class Writer implements AutoCloseable {
    private static final int MOST_TOGETHER = 128;

    private final Session session;
    private final Signals signals;
    private final LinkedBlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    Writer(Session session, Signals signals) {
        this.session = session;
        this.signals = signals;
        this.thread = Thread.ofPlatform().daemon().name("sandbox-writer").start(this::write);
    }

    /** Runs {@code work} in a transaction: its result once that is on disk, or what it threw once it is undone. */
    <T> T run(Function<Tx, T> work) {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("a transaction inside a transaction; use the running one");
        }
        Job<T> job = new Job<>(work);
        if (closed) {
            throw closed();
        }
        waiting.add(job);
        if (closed && waiting.remove(job)) {
            throw closed();
        }
        return job.await();
    }

    private void write() {
        List<Job<?>> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_TOGETHER - 1);
                together(batch);
                batch.clear();
            }
        } catch (InterruptedException stopped) {
            waiting.drainTo(batch);
            batch.forEach(job -> job.fail(closed()));
        }
    }

    private void together(List<Job<?>> batch) {
        try {
            session.run("BEGIN IMMEDIATE");
            for (Job<?> job : batch) {
                session.run("SAVEPOINT job");
                if (!job.run(Tx.writing(session, signals))) {
                    session.run("ROLLBACK TO job");
                }
                session.run("RELEASE job");
            }
            session.run("COMMIT");
        } catch (SQLException failure) {
            StorageException lost = new StorageException("the sandbox database did not commit", failure);
            rollBack(lost);
            batch.forEach(job -> job.fail(lost));
            return;
        }
        batch.forEach(Job::settle);
    }

    private void rollBack(StorageException lost) {
        try {
            session.run("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // SQLite itself ends the transaction when the disk is full or fails; then there is nothing left to undo.
            lost.addSuppressed(alreadyRolledBack);
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the sandbox is closed");
    }

    /** Finishes what is being written, refuses the rest, and closes the connection. */
    @Override
    public void close() throws SQLException {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }
}
