package io.keentill.store;

import io.keentill.domain.text.Sentence;
import io.keentill.store.StoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings a database up to the shape this program knows. Script {@code n} leads from version {@code n - 1} to {@code n};
 * SQLite's {@code user_version} says how far a file has come. Scripts are only ever added, never changed.
 */
final class Migrations {

    /** The scripts of this program, in their sequence. */
    static final Migrations ALL = new Migrations(List.of(
            script("0001-first-sale.sql"),
            script("0002-card-receipt-fields.sql"),
            script("0003-sequence.sql"),
            script("0004-terminal-slips.sql"),
            script("0005-refunds.sql"),
            script("0006-remote.sql"),
            script("0007-basket.sql"),
            script("0008-shifts.sql"),
            script("0009-counter.sql"),
            script("0010-exchange.sql"),
            script("0011-invoices.sql"),
            script("0012-without-receipt.sql"),
            script("0013-fewer-pages.sql")));

    private final List<String> scripts;

    Migrations(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** The scripts up to and with this version: what an older program knew. */
    Migrations upTo(int version) {
        return new Migrations(scripts.subList(0, version));
    }

    /** These and one more: what a newer program may know. */
    Migrations followedBy(String script) {
        return new Migrations(Stream.concat(scripts.stream(), Stream.of(script)).toList());
    }

    /** The statements of the script that leads to this version, one by one. */
    List<String> statements(int version) {
        List<String> statements = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String piece : scripts.get(version - 1).split("(?<=;)\n")) {
            open.append(piece).append('\n');
            // A trigger's own statements end with a semicolon too.
            boolean inside = open.indexOf("CREATE TRIGGER") >= 0
                    && !piece.stripTrailing().endsWith("END;");
            if (!inside && !open.toString().isBlank()) {
                statements.add(open.toString());
                open.setLength(0);
            }
        }
        return statements;
    }

    int latest() {
        return scripts.size();
    }

    /** Runs the scripts that are missing, each in a transaction of its own. */
    void apply(Connection connection) throws SQLException, StoreException {
        requireNotNewer(connection);
        for (int version = version(connection) + 1; version <= latest(); version++) {
            step(connection, version);
        }
    }

    /** Accepts the exact version of this program alone, for those who may not change the file. */
    void requireLatest(Connection connection) throws SQLException, StoreException {
        requireNotNewer(connection);
        if (version(connection) < latest()) {
            throw new StoreException(
                    Kind.TOO_OLD,
                    Sentence.of(
                            "store.the-tills-data-was-last-used",
                            "The till's data was last used by an older version of Keentill. Start the till"
                                    + " once, then try again."),
                    null);
        }
    }

    private void requireNotNewer(Connection connection) throws SQLException, StoreException {
        int version = version(connection);
        if (version > latest()) {
            throw new StoreException(
                    Kind.TOO_NEW,
                    Sentence.of(
                            "store.the-tills-data-was-written-by",
                            "The till's data was written by a newer version of Keentill (data version {0},"
                                    + " this program knows {1}). Install the newer version again.",
                            version,
                            latest()),
                    null);
        }
    }

    private void step(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            try {
                statement.executeUpdate(scripts.get(version - 1));
                statement.executeUpdate("PRAGMA user_version = " + version);
                statement.executeUpdate("COMMIT");
            } catch (SQLException e) {
                rollBack(statement, e);
                throw e;
            }
        }
    }

    private static void rollBack(Statement statement, SQLException reason) {
        try {
            statement.executeUpdate("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("PRAGMA user_version")) {
            return results.next() ? results.getInt(1) : 0;
        }
    }

    private static String script(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its migration " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
