package io.keentill.sandbox.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The sandbox's one SQLite file. All work runs in transactions, one at a time, on one connection. */
public final class Database implements AutoCloseable {
    private static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE IF NOT EXISTS objects (
                seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL,
                created INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (kind, id))""",
            "CREATE INDEX IF NOT EXISTS objects_by_age ON objects (kind, seq)",
            "CREATE INDEX IF NOT EXISTS objects_by_status ON objects (kind, json_extract(body, '$.status'))",
            "CREATE INDEX IF NOT EXISTS objects_by_invoice ON objects (kind, json_extract(body, '$.invoice_id'))",
            "CREATE INDEX IF NOT EXISTS objects_by_external ON objects (kind, json_extract(body, '$._external'))",
            """
            CREATE TABLE IF NOT EXISTS api_keys (
                hash TEXT PRIMARY KEY, scopes TEXT NOT NULL, version TEXT NOT NULL, created INTEGER NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS answers (
                caller TEXT NOT NULL, request TEXT NOT NULL, idempotency_key TEXT NOT NULL, body_hash TEXT NOT NULL,
                status INTEGER NOT NULL, headers TEXT NOT NULL, body TEXT NOT NULL, created INTEGER NOT NULL,
                PRIMARY KEY (caller, request, idempotency_key))""",
            """
            CREATE TABLE IF NOT EXISTS ledger (
                seq INTEGER PRIMARY KEY AUTOINCREMENT, transaction_id TEXT NOT NULL, at INTEGER NOT NULL,
                account TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL)""",
            "CREATE INDEX IF NOT EXISTS ledger_by_transaction ON ledger (transaction_id)",
            "CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL)");

    /** What later releases added; the database's {@code user_version} says how many of them it has. */
    private static final List<String> ADDED =
            List.of("ALTER TABLE api_keys ADD COLUMN subject TEXT", "ALTER TABLE api_keys ADD COLUMN expires INTEGER");

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Opens or makes the database in {@code file}; WAL, every commit on disk before it is answered. */
    public static Database open(Path file) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("PRAGMA busy_timeout=5000");
                for (String sql : SCHEMA) {
                    statement.execute(sql);
                }
                upgrade(statement);
            }
            return new Database(connection);
        } catch (SQLException failure) {
            throw new StorageException("cannot open the sandbox database " + file, failure);
        }
    }

    private static void upgrade(Statement statement) throws SQLException {
        int has;
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            has = version.getInt(1);
        }
        for (int i = has; i < ADDED.size(); i++) {
            statement.execute(ADDED.get(i));
            statement.execute("PRAGMA user_version=" + (i + 1));
        }
    }

    /**
     * Runs {@code work} in one transaction: committed when it returns, rolled back when it throws. What the work asked
     * for after the commit runs then, outside the lock.
     */
    public <T> T transaction(Function<Tx, T> work) {
        Tx tx = new Tx(connection);
        T result;
        lock.lock();
        try {
            tx.execute("BEGIN IMMEDIATE");
            boolean committed = false;
            try {
                result = work.apply(tx);
                tx.execute("COMMIT");
                committed = true;
            } finally {
                if (!committed) {
                    tx.execute("ROLLBACK");
                }
            }
        } finally {
            lock.unlock();
        }
        tx.runAfterCommit();
        return result;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new StorageException("cannot close the sandbox database", failure);
        } finally {
            lock.unlock();
        }
    }
}
