package io.keentill.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Opens connections with the settings that durability rests on (sqlite.org/pragma.html, sqlite.org/wal.html). */
final class Sqlite {

    /** How long a connection waits for another process, in milliseconds. */
    private static final int BUSY_MILLIS = 5000;

    /** Pages that a connection keeps to itself; the system's cache holds the file once for all of them. */
    private static final int WRITER_KIB = 8_000;

    private static final int READER_KIB = 4_000;

    /** What the tables of the catalogue and of its indexes begin with. */
    private static final String CATALOGUE = "product";

    /** The list of tables, with which the list of free pages is checked (sqlite.org/pragma.html#pragma_integrity_check). */
    private static final String SCHEMA = "sqlite_schema";

    private Sqlite() {}

    /** A connection that writes: each commit is on the disk, past every cache, before it returns. */
    static Connection forWriting(Path file) throws SQLException {
        SQLiteConfig config = common(WRITER_KIB);
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
        SQLiteConfig config = common(READER_KIB);
        config.setReadOnly(true);
        return open(file, config);
    }

    /** A connection that fills an empty file, which counts for nothing before it is whole. */
    static Connection forCopying(Path file) throws SQLException {
        SQLiteConfig config = common(WRITER_KIB);
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

    /**
     * Whether SQLite finds nothing wrong with what nobody could get back: everything but the catalogue. With a million
     * products that is nearly all of the file and takes seconds of each start; it is proven with each backup instead, and
     * damage that a scan meets is told as such.
     */
    static boolean isSound(Connection connection) throws SQLException {
        for (String table : tables(connection)) {
            if (!table.startsWith(CATALOGUE) && !isSound(connection, table)) {
                return false;
            }
        }
        return isSound(connection, SCHEMA);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet results =
                        statement.executeQuery("SELECT name FROM " + SCHEMA + " WHERE type = 'table' ORDER BY name")) {
            while (results.next()) {
                tables.add(results.getString(1));
            }
        }
        return tables;
    }

    private static boolean isSound(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("PRAGMA quick_check('" + table.replace("'", "''") + "')")) {
            return results.next() && "ok".equals(results.getString(1));
        }
    }

    private static SQLiteConfig common(int kib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-kib);
        // Nobody asks for them, and the driver would run a query of its own after each row that is written.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static Connection open(Path file, SQLiteConfig config) throws SQLException {
        Properties properties = config.toProperties();
        return JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), properties);
    }
}
