package io.keentill.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Opens connections with the settings that durability rests on (sqlite.org/pragma.html, sqlite.org/wal.html). */
final class Sqlite {

    /** How long a connection waits for another process, in milliseconds. */
    private static final int BUSY_MILLIS = 5000;

    private Sqlite() {}

    /** A connection that writes: each commit is on the disk, past every cache, before it returns. */
    static Connection forWriting(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        Connection connection = open(file, config);
        try {
            // macOS: only this reaches the disk itself. Replaced rows: their delete triggers count too.
            run(connection, "PRAGMA fullfsync = ON");
            run(connection, "PRAGMA checkpoint_fullfsync = ON");
            run(connection, "PRAGMA recursive_triggers = ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A connection that cannot change anything. */
    static Connection forReading(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        return open(file, config);
    }

    /** A connection that fills an empty file, which counts for nothing before it is whole. */
    static Connection forCopying(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        return open(file, config);
    }

    /** Runs one statement whose results nobody needs. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether SQLite finds nothing wrong with the file. */
    static boolean isSound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("PRAGMA quick_check(1)")) {
            return results.next() && "ok".equals(results.getString(1));
        }
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-16_000);
        return config;
    }

    private static Connection open(Path file, SQLiteConfig config) throws SQLException {
        Properties properties = config.toProperties();
        return JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), properties);
    }
}
