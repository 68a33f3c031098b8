package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that durability rests on cannot be seen by killing a process, only by asking for them. */
class SqliteTest {

    @TempDir
    private Path folder;

    @Test
    void writesReachTheDiskBeforeACommitReturns() throws SQLException {
        try (Connection connection = Sqlite.forWriting(folder.resolve("a.db"))) {
            assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(connection, "synchronous")).as("FULL").isEqualTo("2");
            assertThat(pragma(connection, "fullfsync")).isEqualTo("1");
            assertThat(pragma(connection, "checkpoint_fullfsync")).isEqualTo("1");
            assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(connection, "busy_timeout")).isEqualTo("5000");
            assertThat(pragma(connection, "recursive_triggers")).isEqualTo("1");
        }
    }

    @Test
    void aReaderCannotWrite() throws SQLException {
        Sqlite.forWriting(folder.resolve("a.db")).close();
        try (Connection connection = Sqlite.forReading(folder.resolve("a.db"))) {
            assertThatThrownBy(() -> Sqlite.run(connection, "CREATE TABLE t (x)"))
                    .hasMessageContaining("READONLY");
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("PRAGMA " + name)) {
            return results.next() ? results.getString(1) : "";
        }
    }
}
