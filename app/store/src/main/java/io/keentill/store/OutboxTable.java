package io.keentill.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What RevKeen is to be told, and which of it next. */
final class OutboxTable {

    /** Longer than any row ever waits: one that says more was written under a clock that has been put back since. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final String DUE = """
            SELECT o.* FROM outbox o WHERE o.state = 'WAITING' AND o.id > ? AND o.id <= ?
                AND (o.not_before <= ? OR o.not_before > ?)
                AND o.kind NOT IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
                SELECT 1 FROM outbox e WHERE e.sale_id = o.sale_id AND e.step < o.step AND e.state <> 'DONE')
            ORDER BY o.id LIMIT ?""";

    private static final String SUMMARY = """
            SELECT (SELECT count(*) FROM outbox WHERE state = 'WAITING') AS waiting,
                (SELECT created_at FROM outbox WHERE state = 'WAITING' ORDER BY id LIMIT 1) AS oldest,
                (SELECT count(*) FROM outbox WHERE state = 'TASK') AS tasks""";

    private final Session session;

    OutboxTable(Session session) {
        this.session = session;
    }

    List<OutboxRow> due(OutboxQuery query) {
        return session.list(
                DUE,
                OutboxTable::read,
                query.after(),
                query.upTo(),
                query.now(),
                query.now().plus(LONGEST_WAIT),
                held(query),
                query.limit());
    }

    /** When the next of those that wait for a time is due; empty if none does. */
    Optional<Instant> nextDue(Instant now) {
        return session.one(
                        "SELECT min(not_before) AS next FROM outbox WHERE state = 'WAITING' AND not_before > ?",
                        row -> Optional.ofNullable(row.instantOrNull("next")),
                        now)
                .orElseThrow();
    }

    /** Kinds are words of the engine, without quotes or backslashes. */
    private static String held(OutboxQuery query) {
        return query.heldKinds().stream().map(kind -> '"' + kind + '"').collect(Collectors.joining(",", "[", "]"));
    }

    long latestId() {
        return session.number("SELECT coalesce(max(id), 0) AS n FROM outbox");
    }

    int doubtKeys() {
        return session.change(
                "UPDATE outbox SET first_sent_at = ? WHERE state = 'WAITING' AND first_sent_at <> ?",
                OutboxRow.UNKNOWN_TIME,
                OutboxRow.UNKNOWN_TIME);
    }

    Optional<OutboxRow> byId(long id) {
        return session.one("SELECT * FROM outbox WHERE id = ?", OutboxTable::read, id);
    }

    List<OutboxRow> ofSale(String saleId) {
        return session.list("SELECT * FROM outbox WHERE sale_id = ? ORDER BY step", OutboxTable::read, saleId);
    }

    Optional<OutboxRow> byRemote(String kind, String remoteId) {
        return session.one(
                "SELECT * FROM outbox WHERE remote_id = ? AND kind = ? ORDER BY id", OutboxTable::read, remoteId, kind);
    }

    Optional<String> remoteOf(String saleId, String kind) {
        return session.one("""
                SELECT remote_id FROM outbox WHERE sale_id = ? AND kind = ? AND remote_id IS NOT NULL
                ORDER BY step LIMIT 1""", row -> row.text("remote_id"), saleId, kind);
    }

    List<OutboxRow> tasks() {
        return session.list("SELECT * FROM outbox WHERE state = 'TASK' ORDER BY id", OutboxTable::read);
    }

    List<OutboxRow> undone() {
        return session.list("SELECT * FROM outbox WHERE state <> 'DONE' ORDER BY id", OutboxTable::read);
    }

    OutboxSummary summary() {
        return session.one(
                        SUMMARY,
                        row -> new OutboxSummary(
                                row.integer("waiting"), row.integer("tasks"), row.instantOrNull("oldest")))
                .orElseThrow();
    }

    long add(NewOutboxRow row) {
        if (session.number("SELECT count(*) AS n FROM outbox WHERE sale_id = ? AND step = ?", row.saleId(), row.step())
                > 0) {
            throw new IllegalStateException("Sale " + row.saleId() + " has a step " + row.step() + " already");
        }
        session.change("""
                INSERT INTO outbox (sale_id, step, kind, ref, state, attempts, created_at, not_before)
                VALUES (?, ?, ?, ?, 'WAITING', 0, ?, ?)""", row.saleId(), row.step(), row.kind(), row.ref(), row.createdAt(), row.createdAt());
        return session.number("SELECT last_insert_rowid() AS n");
    }

    /** A key that was doubted meanwhile stays so, whatever was known of it when the row was read. */
    void update(OutboxRow row) {
        int changed = session.change(
                """
                UPDATE outbox SET state = ?, method = ?, path = ?, body = ?, idempotency_key = ?,
                    first_sent_at = iif(first_sent_at = ? AND idempotency_key = ? AND ? IS NOT NULL, first_sent_at, ?),
                    attempts = ?, not_before = ?, last_status = ?, last_answer = ?, remote_id = ?, problem = ?
                WHERE id = ? AND state <> 'DONE'""",
                row.state(),
                row.method(),
                row.path(),
                row.body(),
                row.idempotencyKey(),
                OutboxRow.UNKNOWN_TIME,
                row.idempotencyKey(),
                row.firstSentAt(),
                row.firstSentAt(),
                row.attempts(),
                row.notBefore(),
                row.lastStatus(),
                row.lastAnswer(),
                row.remoteId(),
                row.problem() == null ? null : row.problem().stored(),
                row.id());
        if (changed == 0) {
            requireSame(row);
        }
    }

    /** What is done may be told again as it is. */
    private void requireSame(OutboxRow row) {
        OutboxRow stored =
                byId(row.id()).orElseThrow(() -> new IllegalStateException("No outbox row " + row.id() + " is stored"));
        if (!stored.equals(row)) {
            throw new IllegalStateException("Outbox row " + row.id() + " is DONE and never changes again");
        }
    }

    private static OutboxRow read(Row row) throws SQLException {
        return new OutboxRow(
                row.number("id"),
                row.text("sale_id"),
                row.integer("step"),
                row.text("kind"),
                row.text("ref"),
                row.constant("state", OutboxState.class),
                row.textOrNull("method"),
                row.textOrNull("path"),
                row.bytesOrNull("body"),
                row.textOrNull("idempotency_key"),
                row.instantOrNull("first_sent_at"),
                row.integer("attempts"),
                row.instant("created_at"),
                row.instant("not_before"),
                row.integerOrNull("last_status"),
                row.textOrNull("last_answer"),
                row.textOrNull("remote_id"),
                row.sentenceOrNull("problem"));
    }
}
