package io.keentill.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its prepared statements, used by one thread at a time, and only inside a transaction. Every query
 * is read to its end before it returns, so that statements can be reused freely; one that failed is not used again.
 */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, Prepared> statements = new HashMap<>();
    private volatile @Nullable Thread owner;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Starts a transaction that may write, once no other one does. */
    void beginWriting() {
        execute("BEGIN IMMEDIATE");
        owner = Thread.currentThread();
    }

    /** Starts a transaction on the state of this moment; SQLite takes hold of it at the first look, so there is one. */
    void beginReading() {
        execute("BEGIN DEFERRED");
        owner = Thread.currentThread();
        number("SELECT count(*) AS n FROM counters");
    }

    void commit() {
        execute("COMMIT");
        owner = null;
    }

    /**
     * Ends the transaction without a trace.
     *
     * @throws SqlFailure also where SQLite ended it by itself, as after a full disk: the session is then to be closed,
     *     which is safe in either case
     */
    void rollback() {
        owner = null;
        execute("ROLLBACK");
    }

    <T> List<T> list(String sql, Row.Mapper<T> mapper, @Nullable Object... arguments) {
        requireOwner();
        try {
            Prepared prepared = prepared(sql, arguments);
            try (ResultSet results = prepared.statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                Row row = new Row(results, prepared.columns(results));
                while (results.next()) {
                    found.add(mapper.map(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** The first row, if any. */
    <T> Optional<T> one(String sql, Row.Mapper<T> mapper, @Nullable Object... arguments) {
        return list(sql, mapper, arguments).stream().findFirst();
    }

    /** The number in column {@code n} of a query that always has a row. */
    long number(String sql, @Nullable Object... arguments) {
        return one(sql, row -> row.number("n"), arguments).orElseThrow();
    }

    /** Runs a change and gives the number of rows it touched. */
    int change(String sql, @Nullable Object... arguments) {
        requireOwner();
        try {
            return prepared(sql, arguments).statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            for (Prepared prepared : statements.values()) {
                prepared.statement.close();
            }
            statements.clear();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void execute(String sql) {
        try {
            prepared(sql).statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /**
     * Lets go of the statement that failed, to be prepared anew when next wanted: on most result codes the driver has
     * finalized it already, and every later use of it would fail however well the database is by then.
     */
    private SqlFailure failed(String sql, SQLException failure) {
        Prepared prepared = statements.remove(sql);
        if (prepared != null) {
            try {
                prepared.statement.close();
            } catch (SQLException unclosed) {
                failure.addSuppressed(unclosed);
            }
        }
        return new SqlFailure(failure);
    }

    private Prepared prepared(String sql, @Nullable Object... arguments) throws SQLException {
        Prepared prepared = statements.get(sql);
        if (prepared == null) {
            prepared = new Prepared(connection.prepareStatement(sql));
            statements.put(sql, prepared);
        }
        for (int i = 0; i < arguments.length; i++) {
            prepared.statement.setObject(i + 1, stored(arguments[i]));
        }
        return prepared;
    }

    /** A statement with the places of its columns, which never change while the session lives. */
    private static final class Prepared {
        private final PreparedStatement statement;
        private @Nullable Map<String, Integer> columns;

        private Prepared(PreparedStatement statement) {
            this.statement = statement;
        }

        private Map<String, Integer> columns(ResultSet results) throws SQLException {
            Map<String, Integer> known = columns;
            if (known == null) {
                ResultSetMetaData names = results.getMetaData();
                known = new HashMap<>();
                for (int i = 1; i <= names.getColumnCount(); i++) {
                    known.put(names.getColumnName(i), i);
                }
                columns = known;
            }
            return known;
        }
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> Instants.toNanos(instant);
            case Boolean flag -> flag ? 1L : 0L;
            case Enum<?> constant -> constant.name();
            case null, default -> value;
        };
    }

    private void requireOwner() {
        if (owner != Thread.currentThread()) {
            throw new IllegalStateException("A view of the store was used outside of its transaction");
        }
    }
}
