package io.keentill.sandbox.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A running transaction. Only valid inside {@link Database#transaction}. */
public final class Tx {
    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Connection connection) {
        this.connection = connection;
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

    void runAfterCommit() {
        afterCommit.forEach(Runnable::run);
    }

    /** Runs a statement without parameters. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new StorageException("the sandbox database refused \"" + sql + "\"", failure);
        }
    }

    /** Runs a change with positional parameters (text, numbers or null) and gives the number of rows it touched. */
    public int update(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new StorageException("the sandbox database refused a change", failure);
        }
    }

    /** All rows of a query. */
    public <T> List<T> query(RowReader<T> reader, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
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
        return first(row -> row.getLong(1), """
                        INSERT INTO counters (name, value) VALUES (?, 1)
                        ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value""", counter).orElseThrow();
    }

    /** Marks a point to come back to with {@link #undoToMark}. */
    public void mark() {
        execute("SAVEPOINT mark");
    }

    /** Undoes everything since {@link #mark}, including what was to run after the commit. */
    public void undoToMark() {
        execute("ROLLBACK TO mark");
        afterCommit.clear();
    }

    /**
     * Runs a part of this transaction that may fail on its own: when it throws, what it changed is undone, including
     * what it wanted to run after the commit, and the transaction goes on. Parts do not nest.
     */
    public <T> T part(Supplier<T> part) {
        int waiting = afterCommit.size();
        execute("SAVEPOINT part");
        boolean done = false;
        try {
            T result = part.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                execute("ROLLBACK TO part");
                afterCommit.subList(waiting, afterCommit.size()).clear();
            }
            execute("RELEASE part");
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
