package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private static final String FIRST = "CREATE TABLE things (name TEXT); INSERT INTO things VALUES ('kept');";
    private static final String SECOND = "ALTER TABLE things ADD COLUMN size INTEGER DEFAULT 7;"
            + " CREATE TRIGGER no_loss BEFORE DELETE ON things BEGIN SELECT RAISE(ABORT, 'no'); END;"
            + " CREATE INDEX things_by_name ON things (name);";

    @TempDir
    private Path folder;

    @Test
    void laterScriptsRunOnOlderDataAndOnNewDataAlike() throws Exception {
        try (Connection connection = connect()) {
            new Migrations(List.of(FIRST)).apply(connection);
            assertThat(Migrations.version(connection)).isEqualTo(1);
            new Migrations(List.of(FIRST, SECOND)).apply(connection);
            new Migrations(List.of(FIRST, SECOND)).apply(connection);
            assertThat(Migrations.version(connection)).isEqualTo(2);
            assertThat(number(connection, "SELECT size FROM things WHERE name = 'kept'"))
                    .isEqualTo(7);
            assertThat(number(connection, "SELECT count(*) FROM sqlite_schema")).isEqualTo(3);
        }
    }

    @Test
    void aScriptThatFailsLeavesTheVersionBeforeIt() throws Exception {
        String broken = "CREATE TABLE half (x); INSERT INTO nowhere VALUES (1);";
        try (Connection connection = connect()) {
            assertThatThrownBy(() -> new Migrations(List.of(FIRST, broken, SECOND)).apply(connection))
                    .isInstanceOf(SQLException.class);
            assertThat(Migrations.version(connection)).isEqualTo(1);
            assertThat(number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"))
                    .isZero();
            new Migrations(List.of(FIRST, SECOND)).apply(connection);
            assertThat(Migrations.version(connection)).isEqualTo(2);
        }
    }

    @Test
    void newerDataIsLeftAlone() throws Exception {
        TillStore.open(folder, Samples.CLOCK).close();
        Samples.raw(folder, "PRAGMA user_version = 99");
        assertThatThrownBy(() -> TillStore.open(folder, Samples.CLOCK))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_NEW));
        assertThatThrownBy(() -> TillStore.openReadOnly(folder))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_NEW));
    }

    @Test
    void aReaderDoesNotMigrate() throws Exception {
        TillStore.open(folder, Samples.CLOCK).close();
        Migrations later = new Migrations(List.of("", SECOND));
        assertThatThrownBy(() -> new Opening(folder, later).forReading())
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_OLD));
    }

    private Connection connect() throws SQLException {
        return Sqlite.forWriting(folder.resolve("test.db"));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return results.next() ? results.getLong(1) : -1;
        }
    }
}
