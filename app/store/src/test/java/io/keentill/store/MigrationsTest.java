package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
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
        Migrations later = Migrations.ALL.followedBy("CREATE TABLE later (x)");
        assertThatThrownBy(() -> new Opening(folder, later).forReading())
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_OLD));
    }

    @Test
    void paymentsOfTheFirstVersionAreReadAfterItsUpgrade() throws Exception {
        try (Connection connection = Sqlite.forWriting(folder.resolve("keentill.db"))) {
            Migrations.ALL.upTo(1).apply(connection);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "INSERT INTO attempts (id, reference, kind, currency, amount, terminal, operator, state, approved,"
                                + " last_four, entry_mode, created_at) VALUES ('a1', 'A-1', 'SALE', 'GBP', 250, 'zvt:x',"
                                + " 'ann', 'APPROVED', 250, '0042', 'EMV_CHIP', 1)");
            }
        }
        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            PaymentAttempt attempt = store.read(view -> view.attempt("a1")).orElseThrow();
            assertThat(attempt.approved()).isEqualTo(Samples.pounds(250));
            assertThat(attempt.card().lastFour()).isEqualTo("0042");
            assertThat(attempt.card().verification()).isEqualTo(CardVerification.UNKNOWN);
        }
    }

    @Test
    void paymentsOfTheThirdVersionTakeASlipAfterItsUpgrade() throws Exception {
        try (Connection connection = Sqlite.forWriting(folder.resolve("keentill.db"))) {
            Migrations.ALL.upTo(3).apply(connection);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "INSERT INTO attempts (id, reference, kind, currency, amount, terminal, operator, state, approved,"
                                + " verification, entry_mode, created_at) VALUES ('a1', 'A-1', 'SALE', 'GBP', 250, 'zvt:x',"
                                + " 'ann', 'APPROVED', 250, 'PIN', 'EMV_CHIP', 1)");
            }
        }
        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            TerminalSlip slip = new TerminalSlip(List.of("MERCHANT"), List.of("CUSTOMER"));
            Optional<TerminalSlip> none = store.read(view -> view.slip("a1"));
            assertThat(none).isEmpty();
            store.write(tx -> {
                tx.saveSlip("a1", slip);
                return null;
            });
            Optional<TerminalSlip> kept = store.read(view -> view.slip("a1"));
            assertThat(kept).contains(slip);
            PaymentAttempt attempt = store.read(view -> view.attempt("a1")).orElseThrow();
            assertThat(attempt.card().verification()).isEqualTo(CardVerification.PIN);
        }
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
