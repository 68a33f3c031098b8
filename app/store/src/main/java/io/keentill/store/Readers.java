package io.keentill.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Connections for reading. A few stay open to be used again; under pressure more are opened instead of waiting, so that
 * reads inside of reads cannot lock each other out.
 */
final class Readers implements AutoCloseable {

    private static final int KEPT = 4;

    private final Path file;
    private final Deque<Session> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** A session for the caller alone, to be given back with {@link #giveBack}. */
    Session take() throws SQLException {
        Session kept = takeIdle();
        return kept == null ? new Session(Sqlite.forReading(file)) : kept;
    }

    /** Takes a session back; {@code healthy} is false if its last transaction could not be ended. */
    void giveBack(Session session, boolean healthy) {
        if (!healthy || !keep(session)) {
            session.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!idle.isEmpty()) {
            idle.pop().close();
        }
    }

    private synchronized @Nullable Session takeIdle() {
        if (closed) {
            throw new IllegalStateException("The store is closed");
        }
        return idle.poll();
    }

    private synchronized boolean keep(Session session) {
        if (closed || idle.size() >= KEPT) {
            return false;
        }
        idle.push(session);
        return true;
    }
}
