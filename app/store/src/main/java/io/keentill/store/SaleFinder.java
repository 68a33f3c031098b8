package io.keentill.store;

import java.util.ArrayList;
import java.util.List;

/** Writes the query for a {@link SaleFilter}: conditions and their arguments grow together. */
final class SaleFinder {

    /** A basket that nobody tried to pay for is no sale to look back at. */
    private static final String SEEN = """
            (o.state = 'PAID' OR EXISTS (SELECT 1 FROM tenders t WHERE t.order_id = o.id)
                OR EXISTS (SELECT 1 FROM attempts a WHERE a.order_id = o.id))""";

    private static final String WHEN = "coalesce(o.closed_at, o.opened_at)";

    private final List<String> readings = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private final List<Object> readingArguments = new ArrayList<>();
    private final List<Object> limitArguments = new ArrayList<>();

    SaleFinder(SaleFilter filter) {
        limits.add(SEEN);
        if (filter.from() != null) {
            limits.add(WHEN + " >= ?");
            limitArguments.add(filter.from());
        }
        if (filter.before() != null) {
            limits.add(WHEN + " < ?");
            limitArguments.add(filter.before());
        }
        read(filter);
        if (!readings.isEmpty()) {
            limits.add("(" + String.join(" OR ", readings) + ")");
        }
    }

    private void read(SaleFilter filter) {
        Long receipt = filter.receipt();
        if (receipt != null) {
            readings.add("o.receipt_number = ?");
            readingArguments.add(receipt);
        }
        String lastFour = filter.lastFour();
        if (lastFour != null) {
            readings.add("EXISTS (SELECT 1 FROM attempts a WHERE a.order_id = o.id AND a.last_four = ?)");
            readingArguments.add(lastFour);
        }
        Long amount = filter.amount();
        if (amount != null) {
            readings.add("""
                    EXISTS (SELECT 1 FROM tenders t WHERE t.order_id = o.id AND (t.applied = ? OR t.tendered = ?))
                    OR (SELECT sum(t.applied) FROM tenders t WHERE t.order_id = o.id) = ?
                    OR EXISTS (SELECT 1 FROM attempts a WHERE a.order_id = o.id AND a.amount = ?)""");
            readingArguments.addAll(List.of(amount, amount, amount, amount));
        }
        if (!filter.text().isBlank()) {
            text(filter.text().strip());
        }
    }

    private void text(String text) {
        String like = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        readings.add("""
                o.reference LIKE ? ESCAPE '\\'
                OR EXISTS (SELECT 1 FROM attempts a WHERE a.order_id = o.id AND a.reference LIKE ? ESCAPE '\\')
                OR EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id
                    AND (l.name LIKE ? ESCAPE '\\' OR l.sku LIKE ? ESCAPE '\\'))""");
        readingArguments.addAll(List.of(like + "%", like + "%", "%" + like + "%", "%" + like + "%"));
    }

    /** The newest first. */
    String sql() {
        return "SELECT * FROM orders o WHERE " + String.join(" AND ", limits) + " ORDER BY o.seq DESC LIMIT ? OFFSET ?";
    }

    Object[] arguments(int offset, int limit) {
        List<Object> all = new ArrayList<>(limitArguments);
        all.addAll(readingArguments);
        all.add(limit);
        all.add(offset);
        return all.toArray();
    }
}
