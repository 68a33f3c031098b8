package io.keentill.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The chained journal and its recorded end. */
final class JournalTable {

    private final Session session;

    JournalTable(Session session) {
        this.session = session;
    }

    List<JournalEntry> after(long seq, int limit) {
        String sql = "SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?";
        return session.list(sql, JournalTable::read, seq, limit);
    }

    List<JournalEntry> before(long seq, String text, List<String> actors, int limit) {
        if (text.isBlank()) {
            String all = "SELECT * FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?";
            return session.list(all, JournalTable::read, seq, limit);
        }
        String like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        List<Object> arguments = new ArrayList<>(List.of(seq, like, like, like));
        arguments.addAll(actors);
        arguments.add(limit);
        String marks = String.join(", ", Collections.nCopies(actors.size(), "?"));
        return session.list("""
                SELECT * FROM journal WHERE seq < ? AND (type LIKE ? ESCAPE '\\' OR subject LIKE ? ESCAPE '\\'
                    OR detail LIKE ? ESCAPE '\\' OR actor IN (""" + marks + ")) ORDER BY seq DESC LIMIT ?", JournalTable::read, arguments.toArray());
    }

    List<JournalEntry> of(String subject) {
        return session.list("SELECT * FROM journal WHERE subject = ? ORDER BY seq", JournalTable::read, subject);
    }

    JournalHead head() {
        return session.one(
                        "SELECT seq, hash FROM journal_head",
                        row -> new JournalHead(row.number("seq"), row.text("hash")))
                .orElse(JournalHead.START);
    }

    JournalEntry append(Instant at, String type, String actor, String subject, String detail) {
        JournalHead head = headFor(detail);
        JournalEntry bare = new JournalEntry(head.seq() + 1, at, type, actor, subject, detail, head.hash(), "");
        JournalEntry entry =
                new JournalEntry(bare.seq(), at, type, actor, subject, detail, bare.previous(), JournalHash.of(bare));
        session.change("""
                INSERT INTO journal (seq, at, type, actor, subject, detail, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", entry.seq(), at, type, actor, subject, detail, entry.previous(), entry.hash());
        session.change("UPDATE counters SET value = ?, hash = ? WHERE name = 'journal'", entry.seq(), entry.hash());
        return entry;
    }

    /** The head that an entry with this detail is to follow: both are asked for at once, as every entry needs both. */
    private JournalHead headFor(String detail) {
        return session.one(
                        "SELECT json_valid(?) AS valid, seq, hash FROM (SELECT 1) LEFT JOIN journal_head",
                        row -> {
                            if (row.number("valid") == 0) {
                                throw new IllegalStateException("The detail of a journal entry is JSON");
                            }
                            String hash = row.textOrNull("hash");
                            return hash == null ? JournalHead.START : new JournalHead(row.number("seq"), hash);
                        },
                        detail)
                .orElseThrow();
    }

    private static JournalEntry read(Row row) throws SQLException {
        return new JournalEntry(
                row.number("seq"),
                row.instant("at"),
                row.text("type"),
                row.text("actor"),
                row.text("subject"),
                row.text("detail"),
                row.text("previous"),
                row.text("hash"));
    }
}
