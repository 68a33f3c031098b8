package io.keentill.sandbox.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its prepared statements, which are kept because preparing costs more than most of them take.
 * Used by one thread at a time.
 */
final class Session implements AutoCloseable {
    private static final int MOST_STATEMENTS = 200;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    private Session(Connection connection) {
        this.connection = connection;
    }

    /** The connection that writes: WAL, every commit on disk before it counts. Makes the tables that are missing. */
    static Session writing(Path file) throws SQLException {
        Session session = new Session(DriverManager.getConnection("jdbc:sqlite:" + file));
        try (Statement statement = session.connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA temp_store=MEMORY");
            statement.execute("PRAGMA busy_timeout=5000");
            Schema.apply(statement);
        }
        return session;
    }

    /** A connection that only reads, beside the one that writes. */
    static Session reading(Path file) throws SQLException {
        Session session = new Session(DriverManager.getConnection("jdbc:sqlite:" + file));
        try (Statement statement = session.connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=5000");
            statement.execute("PRAGMA query_only=ON");
        }
        return session;
    }

    /** Something to do with a prepared statement. */
    @FunctionalInterface
    interface Use<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** Runs {@code use} with the statement for {@code sql}, its parameters set. */
    <T> T with(String sql, @Nullable Object[] parameters, Use<T> use) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        PreparedStatement statement = known == null ? connection.prepareStatement(sql) : known;
        boolean kept = false;
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            T result = use.with(statement);
            idle.put(sql, statement);
            kept = true;
            return result;
        } finally {
            if (!kept) {
                statement.close();
            }
            evict();
        }
    }

    /** Runs a statement without parameters, such as BEGIN. */
    void run(String sql) throws SQLException {
        with(sql, new Object[0], PreparedStatement::execute);
    }

    private void evict() throws SQLException {
        while (idle.size() > MOST_STATEMENTS) {
            PreparedStatement oldest = idle.remove(idle.keySet().iterator().next());
            if (oldest != null) {
                oldest.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : idle.values()) {
            statement.close();
        }
        connection.close();
    }
}
