package io.keentill.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What RevKeen is to be told, and which of it next. */
final class OutboxTable {

    private static final String DUE = """
            SELECT o.* FROM outbox o WHERE o.state = 'WAITING' AND o.not_before <= ? AND NOT EXISTS (
                SELECT 1 FROM outbox e WHERE e.sale_id = o.sale_id AND e.step < o.step AND e.state <> 'DONE')""";

    private final Session session;

    OutboxTable(Session session) {
        this.session = session;
    }

    List<OutboxRow> due(Instant now, int limit) {
        List<OutboxRow> newest = session.list(DUE + " ORDER BY o.id DESC LIMIT ?", OutboxTable::read, now, limit);
        if (newest.size() < limit) {
            // That is all there is: the oldest are among them.
            return alternate(newest, newest.reversed(), limit);
        }
        return alternate(newest, session.list(DUE + " ORDER BY o.id LIMIT ?", OutboxTable::read, now, limit), limit);
    }

    Optional<OutboxRow> byId(long id) {
        return session.one("SELECT * FROM outbox WHERE id = ?", OutboxTable::read, id);
    }

    List<OutboxRow> ofSale(String saleId) {
        return session.list("SELECT * FROM outbox WHERE sale_id = ? ORDER BY step", OutboxTable::read, saleId);
    }

    List<OutboxRow> tasks() {
        return session.list("SELECT * FROM outbox WHERE state = 'TASK' ORDER BY id", OutboxTable::read);
    }

    List<OutboxRow> undone() {
        return session.list("SELECT * FROM outbox WHERE state <> 'DONE' ORDER BY id", OutboxTable::read);
    }

    OutboxSummary summary() {
        String waiting = "SELECT count(*) AS n, min(created_at) AS oldest FROM outbox WHERE state = 'WAITING'";
        long tasks = session.number("SELECT count(*) AS n FROM outbox WHERE state = 'TASK'");
        return session.one(
                        waiting,
                        row -> new OutboxSummary(row.integer("n"), Math.toIntExact(tasks), row.instantOrNull("oldest")))
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

    void update(OutboxRow row) {
        OutboxRow stored =
                byId(row.id()).orElseThrow(() -> new IllegalStateException("No outbox row " + row.id() + " is stored"));
        if (stored.state() == OutboxState.DONE && !stored.equals(row)) {
            throw new IllegalStateException("Outbox row " + row.id() + " is DONE and never changes again");
        }
        session.change(
                """
                UPDATE outbox SET state = ?, method = ?, path = ?, body = ?, idempotency_key = ?, first_sent_at = ?,
                    attempts = ?, not_before = ?, last_status = ?, last_answer = ?, remote_id = ?, problem = ?
                WHERE id = ?""",
                row.state(),
                row.method(),
                row.path(),
                row.body(),
                row.idempotencyKey(),
                row.firstSentAt(),
                row.attempts(),
                row.notBefore(),
                row.lastStatus(),
                row.lastAnswer(),
                row.remoteId(),
                row.problem(),
                row.id());
    }

    private static List<OutboxRow> alternate(List<OutboxRow> newest, List<OutboxRow> oldest, int limit) {
        Map<Long, OutboxRow> chosen = new LinkedHashMap<>();
        Iterator<OutboxRow> fresh = newest.iterator();
        Iterator<OutboxRow> backlog = oldest.iterator();
        while (chosen.size() < limit && (fresh.hasNext() || backlog.hasNext())) {
            put(chosen, fresh.hasNext() ? fresh.next() : null);
            if (chosen.size() < limit) {
                put(chosen, backlog.hasNext() ? backlog.next() : null);
            }
        }
        return new ArrayList<>(chosen.values());
    }

    private static void put(Map<Long, OutboxRow> chosen, @Nullable OutboxRow row) {
        if (row != null) {
            chosen.putIfAbsent(row.id(), row);
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
                row.textOrNull("problem"));
    }
}
