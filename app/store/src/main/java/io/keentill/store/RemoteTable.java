package io.keentill.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What RevKeen has, as it was last seen. */
final class RemoteTable {

    private static final String COLUMNS = "SELECT kind, id, lookup, words, content FROM remote_objects ";

    private static final int MOST_WORDS = 8;

    private final Session session;

    RemoteTable(Session session) {
        this.session = session;
    }

    Optional<RemoteObject> byId(String kind, String id) {
        return session.one(COLUMNS + "WHERE kind = ? AND id = ?", RemoteTable::read, kind, id);
    }

    List<RemoteObject> byLookup(String kind, String lookup) {
        return session.list(COLUMNS + "WHERE kind = ? AND lookup = ? ORDER BY id", RemoteTable::read, kind, lookup);
    }

    List<RemoteObject> all(String kind, int limit) {
        return session.list(COLUMNS + "WHERE kind = ? ORDER BY words, id LIMIT ?", RemoteTable::read, kind, limit);
    }

    /** Each typed word must begin a word; the text is matched as it stands, without an index beyond the kind. */
    List<RemoteObject> search(String kind, String text, int limit) {
        List<String> typed = SearchText.words(text).stream().limit(MOST_WORDS).toList();
        if (typed.isEmpty()) {
            return List.of();
        }
        StringBuilder where = new StringBuilder("WHERE kind = ?");
        Object[] arguments = new Object[typed.size() + 2];
        arguments[0] = kind;
        for (int i = 0; i < typed.size(); i++) {
            where.append(" AND instr(' ' || words, ' ' || ?) > 0");
            arguments[i + 1] = typed.get(i);
        }
        arguments[typed.size() + 1] = limit;
        return session.list(COLUMNS + where + " ORDER BY words, id LIMIT ?", RemoteTable::read, arguments);
    }

    boolean save(RemoteObject object, long pass) {
        RemoteObject folded = new RemoteObject(
                object.kind(), object.id(), object.lookup(), SearchText.line(object.words()), object.content());
        boolean changed =
                byId(object.kind(), object.id()).filter(folded::equals).isEmpty();
        session.change("""
                INSERT INTO remote_objects (kind, id, lookup, words, content, pass) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, id) DO UPDATE SET lookup = excluded.lookup, words = excluded.words,
                    content = excluded.content, pass = excluded.pass""", folded.kind(), folded.id(), folded.lookup(), folded.words(), folded.content(), pass);
        return changed;
    }

    void forget(String kind, String id) {
        session.change("DELETE FROM remote_objects WHERE kind = ? AND id = ?", kind, id);
    }

    int forgetOlder(String kind, long pass) {
        return session.change("DELETE FROM remote_objects WHERE kind = ? AND pass < ?", kind, pass);
    }

    Optional<String> customerOf(String orderId) {
        return session.one(
                "SELECT customer_id FROM order_customers WHERE order_id = ?", row -> row.text("customer_id"), orderId);
    }

    void putCustomer(String orderId, String customerId) {
        session.change("""
                INSERT INTO order_customers (order_id, customer_id) VALUES (?, ?)
                ON CONFLICT (order_id) DO UPDATE SET customer_id = excluded.customer_id""", orderId, customerId);
    }

    void removeCustomer(String orderId) {
        session.change("DELETE FROM order_customers WHERE order_id = ?", orderId);
    }

    private static RemoteObject read(Row row) throws SQLException {
        return new RemoteObject(
                row.text("kind"), row.text("id"), row.text("lookup"), row.text("words"), row.text("content"));
    }
}
