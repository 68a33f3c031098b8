package io.keentill.sandbox.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of the sandbox's database, and what later releases added to them. */
final class Schema {
    private static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE IF NOT EXISTS objects (
                seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL,
                created INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (kind, id))""",
            "CREATE INDEX IF NOT EXISTS objects_by_age ON objects (kind, seq)",
            "CREATE INDEX IF NOT EXISTS objects_by_status ON objects (kind, json_extract(body, '$.status'))",
            "CREATE INDEX IF NOT EXISTS objects_by_invoice ON objects (kind, json_extract(body, '$.invoice_id'))",
            """
            CREATE INDEX IF NOT EXISTS objects_by_due ON objects (json_extract(body, '$._due'))
                WHERE json_extract(body, '$._due') IS NOT NULL""",
            """
            CREATE INDEX IF NOT EXISTS objects_by_expiry ON objects (kind, json_extract(body, '$._expires'))
                WHERE json_extract(body, '$._expires') IS NOT NULL""",
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

    private Schema() {}

    /** Makes what is missing. */
    static void apply(Statement statement) throws SQLException {
        for (String sql : SCHEMA) {
            statement.execute(sql);
        }
        int has;
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            has = version.getInt(1);
        }
        for (int i = has; i < ADDED.size(); i++) {
            statement.execute(ADDED.get(i));
            statement.execute("PRAGMA user_version=" + (i + 1));
        }
    }
}
