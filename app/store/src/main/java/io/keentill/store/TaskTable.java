package io.keentill.store;

import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.text.Sentence;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What people decided, and what they still have to look at. */
final class TaskTable {

    private final Session session;

    TaskTable(Session session) {
        this.session = session;
    }

    Optional<ManagerDecision> decision(String attemptId) {
        return session.one(DECISIONS + "WHERE d.attempt_id = ?", TaskTable::readDecision, attemptId);
    }

    List<ManagerDecision> decisions(ManagerDecision.Word word) {
        return session.list(DECISIONS + "WHERE d.word = ? ORDER BY d.at, d.attempt_id", TaskTable::readDecision, word);
    }

    private static final String DECISIONS =
            "SELECT d.*, a.currency AS currency FROM decisions d JOIN attempts a ON a.id = d.attempt_id ";

    void save(ManagerDecision decision) {
        Evidence evidence = decision.evidence();
        session.change(
                """
                INSERT INTO decisions (attempt_id, kind, text, approved, auth_code, manager, at, word, said)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (attempt_id) DO UPDATE SET word = excluded.word, said = excluded.said""",
                decision.attemptId(),
                evidence.kind(),
                evidence.text(),
                evidence.approved() == null ? null : evidence.approved().minor(),
                evidence.authCode(),
                decision.manager(),
                decision.at(),
                decision.word(),
                decision.said() == null ? null : decision.said().stored());
    }

    private static ManagerDecision readDecision(Row row) throws SQLException {
        Currency currency = row.currency("currency");
        return new ManagerDecision(
                row.text("attempt_id"),
                new Evidence(
                        row.constant("kind", Evidence.Kind.class),
                        row.text("text"),
                        row.moneyOrNull("approved", currency),
                        row.textOrNull("auth_code")),
                row.text("manager"),
                row.instant("at"),
                row.constant("word", ManagerDecision.Word.class),
                row.sentenceOrNull("said"));
    }

    Optional<TaskRow> byId(String id) {
        return session.one("SELECT * FROM tasks WHERE id = ?", TaskTable::read, id);
    }

    List<TaskRow> open() {
        return session.list("SELECT * FROM tasks WHERE closed_at IS NULL ORDER BY seq", TaskTable::read);
    }

    void save(TaskRow task) {
        session.change(
                """
                INSERT INTO tasks (id, kind, subject, text, opened_at, closed_at, closed_by, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET closed_at = excluded.closed_at, closed_by = excluded.closed_by,
                    note = excluded.note""",
                task.id(),
                task.kind(),
                task.subject(),
                task.text().stored(),
                task.openedAt(),
                task.closedAt(),
                task.closedBy(),
                task.note());
    }

    private static TaskRow read(Row row) throws SQLException {
        return new TaskRow(
                row.text("id"),
                row.text("kind"),
                row.text("subject"),
                Sentence.fromStored(row.text("text")),
                row.instant("opened_at"),
                row.instantOrNull("closed_at"),
                row.textOrNull("closed_by"),
                row.textOrNull("note"));
    }
}
