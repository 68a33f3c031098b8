package io.keentill.sandbox.data;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A running transaction. Only valid inside {@link Database#transaction} or, to read, {@link Database#read}. */
public final class Tx {
    private final Session session;
    private final boolean writing;
    private final Signals signals;
    private final List<Runnable> afterCommit = new ArrayList<>();

    private Tx(Session session, boolean writing, Signals signals) {
        this.session = session;
        this.writing = writing;
        this.signals = signals;
    }

    static Tx writing(Session session, Signals signals) {
        return new Tx(session, true, signals);
    }

    static Tx reading(Session session) {
        return new Tx(session, false, Signals.NONE);
    }

    /** Turns one row into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** The value of the current row. */
        T read(ResultSet row) throws SQLException;
    }

    /** Runs {@code action} once this transaction is committed, never when it is rolled back. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Calls whoever listens to {@code signal} (see {@link Database#listen}) once this transaction is committed. */
    public void signal(String signal) {
        afterCommit(() -> signals.send(signal));
    }

    void runAfterCommit() {
        afterCommit.forEach(Runnable::run);
    }

    /** Runs a change without parameters. */
    public void execute(String sql) {
        update(sql);
    }

    /** Runs a change with positional parameters (text, numbers or null) and gives the number of rows it touched. */
    public int update(String sql, @Nullable Object... parameters) {
        mustWrite();
        try {
            return session.with(sql, parameters, PreparedStatement::executeUpdate);
        } catch (SQLException failure) {
            throw new StorageException("the sandbox database refused a change", failure);
        }
    }

    /** All rows of a query. */
    public <T> List<T> query(RowReader<T> reader, String sql, @Nullable Object... parameters) {
        try {
            return session.with(sql, parameters, statement -> {
                try (ResultSet rows = statement.executeQuery()) {
                    List<T> all = new ArrayList<>();
                    while (rows.next()) {
                        all.add(reader.read(rows));
                    }
                    return all;
                }
            });
        } catch (SQLException failure) {
            throw new StorageException("the sandbox database refused a query", failure);
        }
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> first(RowReader<T> reader, String sql, @Nullable Object... parameters) {
        return query(reader, sql, parameters).stream().findFirst();
    }

    /** The next number of a named counter, from 1. */
    public long next(String counter) {
        mustWrite();
        return first(row -> row.getLong(1), """
                        INSERT INTO counters (name, value) VALUES (?, 1)
                        ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value""", counter).orElseThrow();
    }

    /** Undoes everything that this transaction did so far, including what was to run after the commit. */
    public void undo() {
        execute("ROLLBACK TO job");
        afterCommit.clear();
    }

    /** Runs one part so that it happens as a whole or, when it throws, not at all; the transaction goes on after it. */
    public <T> T part(Supplier<T> work) {
        int planned = afterCommit.size();
        execute("SAVEPOINT part");
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                execute("ROLLBACK TO part");
                afterCommit.subList(planned, afterCommit.size()).clear();
            }
            execute("RELEASE part");
        }
    }

    private void mustWrite() {
        if (!writing) {
            throw new IllegalStateException("a read changes nothing; what the clock makes due belongs into a tick");
        }
    }
}
