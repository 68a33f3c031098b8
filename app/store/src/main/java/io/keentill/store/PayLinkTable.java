package io.keentill.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Payments by link, by payment attempt. */
final class PayLinkTable implements PayLinkTx {

    private final Session session;

    PayLinkTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<PayLinkRow> of(String attemptId) {
        return session.one("SELECT * FROM pay_links WHERE attempt_id = ?", PayLinkTable::read, attemptId);
    }

    @Override
    public List<PayLinkRow> watched() {
        return session.list("""
                SELECT l.* FROM pay_links l JOIN attempts a ON a.id = l.attempt_id
                WHERE l.watched = 1 ORDER BY a.seq""", PayLinkTable::read);
    }

    @Override
    public void save(PayLinkRow row) {
        session.change(
                """
                INSERT INTO pay_links (attempt_id, path, body, idempotency_key, session_id, end_wanted, late_looks,
                    watched) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (attempt_id) DO UPDATE SET session_id = excluded.session_id,
                    end_wanted = excluded.end_wanted, late_looks = excluded.late_looks, watched = excluded.watched""",
                row.attemptId(),
                row.path(),
                row.body(),
                row.idempotencyKey(),
                row.sessionId(),
                row.endWanted(),
                row.lateLooks(),
                row.watched());
    }

    private static PayLinkRow read(Row row) throws SQLException {
        return new PayLinkRow(
                row.text("attempt_id"),
                row.text("path"),
                row.text("body"),
                row.text("idempotency_key"),
                row.textOrNull("session_id"),
                row.flag("end_wanted"),
                row.integer("late_looks"),
                row.flag("watched"));
    }
}
