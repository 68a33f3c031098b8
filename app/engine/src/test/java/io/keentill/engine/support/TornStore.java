package io.keentill.engine.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Data that a running till cannot read any more: some of its tables are gone. */
public final class TornStore {

    private TornStore() {}

    /** Takes these tables away beside the till; {@link #mend} brings them back. */
    public static void tear(Path folder, String... tables) throws SQLException {
        for (String table : tables) {
            rename(folder, table, "torn_" + table);
        }
    }

    /** Somebody put the till's file right. */
    public static void mend(Path folder, String... tables) throws SQLException {
        for (String table : tables) {
            rename(folder, "torn_" + table, table);
        }
    }

    private static void rename(Path folder, String from, String to) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keentill.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("ALTER TABLE " + from + " RENAME TO " + to);
        }
    }
}
