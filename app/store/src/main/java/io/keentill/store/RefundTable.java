package io.keentill.store;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundLine;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refunds as a whole: head, goods and parts. */
final class RefundTable {

    private final Session session;

    RefundTable(Session session) {
        this.session = session;
    }

    Optional<Refund> byId(String id) {
        return one("id", id);
    }

    Optional<Refund> byReference(String reference) {
        return one("reference", reference);
    }

    private Optional<Refund> one(String column, String value) {
        return session.one("SELECT * FROM refunds WHERE " + column + " = ?", Head::of, value)
                .map(this::whole);
    }

    Optional<Refund> ofAttempt(String attemptId) {
        String sql = "SELECT r.* FROM refunds r JOIN refund_parts p ON p.refund_id = r.id WHERE p.attempt_id = ?";
        return session.one(sql, Head::of, attemptId).map(this::whole);
    }

    Optional<Refund> ofPart(String partId) {
        String sql = "SELECT r.* FROM refunds r JOIN refund_parts p ON p.refund_id = r.id WHERE p.id = ?";
        return session.one(sql, Head::of, partId).map(this::whole);
    }

    List<Refund> ofOrder(String orderId) {
        return whole(session.list("SELECT * FROM refunds WHERE order_id = ? ORDER BY seq", Head::of, orderId));
    }

    List<Refund> open() {
        return whole(session.list("SELECT * FROM refunds WHERE state = 'OPEN' ORDER BY seq", Head::of));
    }

    List<Refund> recent(int limit) {
        return whole(session.list("SELECT * FROM refunds ORDER BY seq DESC LIMIT ?", Head::of, limit));
    }

    Map<TenderType, Money> returned(Currency currency) {
        Map<TenderType, Money> sums = new EnumMap<>(TenderType.class);
        for (TenderType type : TenderType.values()) {
            sums.put(type, new Money(session.number("""
                    SELECT coalesce(sum(p.amount), 0) AS n FROM refund_parts p JOIN refunds r ON r.id = p.refund_id
                    WHERE p.state = 'RETURNED' AND r.currency = ? AND p.type = ?""", currency.getCurrencyCode(), type), currency));
        }
        return sums;
    }

    long nextNumber() {
        session.change("UPDATE counters SET value = value + 1 WHERE name = 'refund'");
        return session.number("SELECT value AS n FROM counters WHERE name = 'refund'");
    }

    void skipNumbers(long howMany) {
        session.change("UPDATE counters SET value = value + ? WHERE name = 'refund'", howMany);
    }

    void save(Refund refund) {
        Refund stored = byId(refund.id()).orElse(null);
        if (refund.equals(stored)) {
            return;
        }
        if (stored != null) {
            requireAllowed(stored, refund);
        }
        saveHead(refund);
        session.change("DELETE FROM refund_lines WHERE refund_id = ?", refund.id());
        session.change("DELETE FROM refund_parts WHERE refund_id = ?", refund.id());
        for (int position = 0; position < refund.lines().size(); position++) {
            RefundLine line = refund.lines().get(position);
            session.change(
                    "INSERT INTO refund_lines (refund_id, position, line_id, name, quantity, amount) VALUES (?, ?, ?, ?, ?, ?)",
                    refund.id(),
                    position,
                    line.lineId(),
                    line.name(),
                    line.quantity().thousandths(),
                    Amounts.minor(line.amount(), refund.currency()));
        }
        for (int position = 0; position < refund.parts().size(); position++) {
            savePart(refund, position, refund.parts().get(position));
        }
    }

    /** What went back never comes undone, and what was decided stays so. */
    private static void requireAllowed(Refund stored, Refund refund) {
        if (stored.state() != RefundState.OPEN) {
            throw new IllegalStateException(
                    "Refund " + stored.reference() + " is " + stored.state() + " and never changes again");
        }
        boolean kept = stored.parts().stream()
                .filter(p -> p.state() == RefundPart.State.RETURNED)
                .allMatch(refund.parts()::contains);
        if (!kept) {
            throw new IllegalStateException("Refund " + stored.reference() + " would lose what it gave back");
        }
        if (!stored.orderId().equals(refund.orderId()) || !stored.reference().equals(refund.reference())) {
            throw new IllegalArgumentException("The sale and the reference of a refund never change");
        }
    }

    private void saveHead(Refund refund) {
        session.change(
                """
                INSERT INTO refunds (id, reference, order_id, order_reference, order_receipt, state, currency, tax, reason,
                    operator, invoice_id, opened_at, number, closed_at, exchange_for)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, tax = excluded.tax, number = excluded.number,
                    closed_at = excluded.closed_at""",
                refund.id(),
                refund.reference(),
                refund.orderId(),
                refund.orderReference(),
                refund.orderReceipt(),
                refund.state(),
                refund.currency().getCurrencyCode(),
                Amounts.minor(refund.tax(), refund.currency()),
                refund.reason(),
                refund.operator(),
                refund.invoiceId(),
                refund.openedAt(),
                refund.number(),
                refund.closedAt(),
                refund.exchangeFor());
    }

    private void savePart(Refund refund, int position, RefundPart part) {
        session.change(
                """
                INSERT INTO refund_parts (id, refund_id, position, type, amount, rounding, original_attempt_id, attempt_id,
                    state, returned_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                part.id(),
                refund.id(),
                position,
                part.type(),
                Amounts.minor(part.amount(), refund.currency()),
                Amounts.minor(part.rounding(), refund.currency()),
                part.originalAttemptId(),
                part.attemptId(),
                part.state(),
                part.returnedAt());
    }

    private List<Refund> whole(List<Head> heads) {
        return heads.stream().map(this::whole).toList();
    }

    private Refund whole(Head head) {
        return new Refund(
                head.id,
                head.reference,
                head.orderId,
                head.orderReference,
                head.orderReceipt,
                head.state,
                head.currency,
                lines(head),
                head.tax,
                head.reason,
                head.operator,
                parts(head),
                head.invoiceId,
                head.openedAt,
                head.number,
                head.closedAt,
                head.exchangeFor);
    }

    private List<RefundLine> lines(Head head) {
        return session.list(
                "SELECT * FROM refund_lines WHERE refund_id = ? ORDER BY position",
                row -> new RefundLine(
                        row.text("line_id"),
                        row.text("name"),
                        new Quantity(row.number("quantity")),
                        row.money("amount", head.currency)),
                head.id);
    }

    private List<RefundPart> parts(Head head) {
        return session.list(
                "SELECT * FROM refund_parts WHERE refund_id = ? ORDER BY position",
                row -> new RefundPart(
                        row.text("id"),
                        row.constant("type", TenderType.class),
                        row.money("amount", head.currency),
                        row.money("rounding", head.currency),
                        row.textOrNull("original_attempt_id"),
                        row.textOrNull("attempt_id"),
                        row.constant("state", RefundPart.State.class),
                        row.instantOrNull("returned_at")),
                head.id);
    }

    /** A row of {@code refunds}, without what hangs on it. */
    private record Head(
            String id,
            String reference,
            String orderId,
            String orderReference,
            @Nullable Long orderReceipt,
            RefundState state,
            Currency currency,
            Money tax,
            String reason,
            String operator,
            @Nullable String invoiceId,
            Instant openedAt,
            @Nullable Long number,
            @Nullable Instant closedAt,
            @Nullable String exchangeFor) {

        static Head of(Row row) throws SQLException {
            Currency currency = row.currency("currency");
            return new Head(
                    row.text("id"),
                    row.text("reference"),
                    row.text("order_id"),
                    row.text("order_reference"),
                    row.numberOrNull("order_receipt"),
                    row.constant("state", RefundState.class),
                    currency,
                    row.money("tax", currency),
                    row.text("reason"),
                    row.text("operator"),
                    row.textOrNull("invoice_id"),
                    row.instant("opened_at"),
                    row.numberOrNull("number"),
                    row.instantOrNull("closed_at"),
                    row.textOrNull("exchange_for"));
        }
    }
}
