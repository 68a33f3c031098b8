package io.keentill.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Copies a database row by row, reading tables alone, and makes everything that follows from them anew: so that damage to
 * an index does no harm, and damage to a row is noticed.
 */
final class RowCopy implements AutoCloseable {

    private final Connection connection;

    private RowCopy(Connection connection) {
        this.connection = connection;
    }

    /** Copies {@code from} into the empty file {@code to}. */
    static void copy(Path from, Path to) throws SQLException {
        try (RowCopy copy = new RowCopy(Sqlite.forCopying(to))) {
            copy.run("ATTACH '" + from.toAbsolutePath().toUri() + "?mode=ro' AS damaged");
            copy.run("BEGIN");
            copy.all();
            copy.run("COMMIT");
        }
    }

    private void all() throws SQLException {
        List<Part> schema = schema();
        for (Part part : schema) {
            if (part.isTable() && !part.isShadow(schema)) {
                run(part.sql);
            }
        }
        for (Part part : schema) {
            if (part.isTable() && !part.isVirtual()) {
                rows(part.name);
            }
        }
        if (!names("SELECT name FROM sqlite_schema WHERE name = 'sqlite_sequence'")
                .isEmpty()) {
            rows("sqlite_sequence");
        }
        for (Part part : schema) {
            if (!part.isTable()) {
                run(part.sql);
            }
        }
        run("PRAGMA user_version = " + names("PRAGMA damaged.user_version").getFirst());
    }

    /** The condition keeps SQLite from copying whole index trees instead of rows, damage and all. */
    private void rows(String table) throws SQLException {
        run("DELETE FROM main." + table);
        run("INSERT INTO main." + table + " SELECT * FROM damaged." + table + " NOT INDEXED WHERE true");
    }

    private List<Part> schema() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT type, name, sql FROM damaged.sqlite_schema WHERE sql IS NOT NULL"
                                + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid")) {
            List<Part> parts = new ArrayList<>();
            while (rows.next()) {
                parts.add(new Part(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return parts;
        }
    }

    private List<String> names(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private void run(String sql) throws SQLException {
        Sqlite.run(connection, sql);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A table, index, view or trigger. */
    private record Part(String type, String name, String sql) {

        boolean isTable() {
            return type.equals("table");
        }

        boolean isVirtual() {
            return sql.toUpperCase(Locale.ROOT).startsWith("CREATE VIRTUAL");
        }

        /** What a search index keeps its own things in; made with it. */
        boolean isShadow(List<Part> schema) {
            return schema.stream().anyMatch(other -> other.isVirtual() && name.startsWith(other.name + "_"));
        }
    }
}
