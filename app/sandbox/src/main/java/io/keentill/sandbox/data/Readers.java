package io.keentill.sandbox.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** A few connections that only read. Each read sees one moment of the database and waits for no writer. */
final class Readers implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final BlockingQueue<Session> idle;

    private Readers(List<Session> sessions) {
        idle = new ArrayBlockingQueue<>(sessions.size(), false, sessions);
    }

    static Readers open(Path file) throws SQLException {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            sessions.add(Session.reading(file));
        }
        return new Readers(sessions);
    }

    <T> T run(Function<Tx, T> work) {
        Session session = take();
        try {
            session.run("BEGIN");
            try {
                return work.apply(Tx.reading(session));
            } finally {
                session.run("COMMIT");
            }
        } catch (SQLException failure) {
            throw new StorageException("the sandbox database cannot be read", failure);
        } finally {
            idle.add(session);
        }
    }

    private Session take() {
        try {
            return idle.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to read", stopped);
        }
    }

    /** Waits for running reads and closes all connections. They are given back closed, so that later reads fail. */
    @Override
    public void close() throws SQLException {
        List<Session> closed = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Session session = take();
            session.close();
            closed.add(session);
        }
        idle.addAll(closed);
    }
}
