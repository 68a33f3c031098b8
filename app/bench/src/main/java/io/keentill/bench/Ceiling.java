package io.keentill.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** What this machine does at most: its disk, and SQLite on it, with nothing around them. */
final class Ceiling {
    private static final int PAGE = 4096;

    private Ceiling() {}

    /** Writes of one page, each forced to the disk, per second. */
    static double forcedWrites(Path directory, Duration time) throws IOException {
        Path file = directory.resolve("forced.bin");
        ByteBuffer page = ByteBuffer.allocate(PAGE);
        long writes = 0;
        long start = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (System.nanoTime() - start < time.toNanos()) {
                page.clear();
                channel.write(page, 0);
                channel.force(false);
                writes++;
            }
        }
        Files.delete(file);
        return perSecond(writes, start);
    }

    /**
     * Orders per second when each is three rows of an order's sizes and {@code together} of them share a commit: WAL,
     * {@code synchronous=FULL}, one thread, prepared statements, no indexes beyond the keys.
     */
    static double rawOrders(Path directory, int together, Duration time) throws SQLException {
        Path file = directory.resolve("raw-" + System.nanoTime() + ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("CREATE TABLE rows (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, body TEXT)");
            }
            connection.setAutoCommit(false);
            return insert(connection, together, time);
        }
    }

    private static double insert(Connection connection, int together, Duration time) throws SQLException {
        String[] bodies = {"o".repeat(1100), "e".repeat(1500), "a".repeat(1200)};
        long orders = 0;
        long start = System.nanoTime();
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO rows (id, body) VALUES (?, ?)")) {
            while (System.nanoTime() - start < time.toNanos()) {
                for (int i = 0; i < together; i++) {
                    for (int part = 0; part < bodies.length; part++) {
                        row.setString(1, Long.toHexString((orders * bodies.length + part) * 0x9E3779B97F4A7C15L));
                        row.setString(2, bodies[part]);
                        row.executeUpdate();
                    }
                    orders++;
                }
                connection.commit();
            }
        }
        return perSecond(orders, start);
    }

    private static double perSecond(long count, long startNanos) {
        return count * 1e9 / (System.nanoTime() - startNanos);
    }
}
