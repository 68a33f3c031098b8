package io.keentill.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one connection that writes; renewed after a failure that leaves its state in doubt. Guarded by its owner's lock. */
final class Writer implements AutoCloseable {

    private final Path file;
    private final List<String> pragmas;
    private @Nullable Session session;
    private boolean closed;

    /** @param pragmas statements to run on each new connection */
    Writer(Path file, List<String> pragmas) {
        this.file = file;
        this.pragmas = List.copyOf(pragmas);
    }

    Session session() throws SQLException {
        if (closed) {
            throw new IllegalStateException("The store is closed");
        }
        Session open = session;
        if (open == null) {
            open = new Session(connect());
            session = open;
        }
        return open;
    }

    /** Commits what {@code work} did, or nothing of it. */
    <T extends @Nullable Object> T inTransaction(Session on, Guarded<T> work) throws StoreException {
        on.beginWriting();
        try {
            T result = work.run();
            on.commit();
            return result;
        } catch (Throwable failure) {
            undo(on, failure);
            throw failure;
        }
    }

    /** What one transaction does. */
    @FunctionalInterface
    interface Guarded<T extends @Nullable Object> {
        T run() throws StoreException;
    }

    @Override
    public void close() {
        closed = true;
        Session open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = Sqlite.forWriting(file);
        for (String pragma : pragmas) {
            Sqlite.run(connection, pragma);
        }
        return connection;
    }

    private void undo(Session on, Throwable failure) {
        try {
            on.rollback();
        } catch (SqlFailure ended) {
            failure.addSuppressed(ended);
            renew(on, failure);
        }
    }

    /** SQLite rolled back by itself, or cannot: closing the connection undoes everything in either case. */
    private void renew(Session broken, Throwable failure) {
        session = null;
        try {
            broken.close();
        } catch (SqlFailure unclosed) {
            failure.addSuppressed(unclosed);
        }
    }
}
