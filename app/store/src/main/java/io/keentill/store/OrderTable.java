package io.keentill.store;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.TenderType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders as a whole: head, lines and tenders. */
final class OrderTable {

    /** In the words of the index {@code running_orders}, without which SQLite does not take it. */
    private static final String RUNNING = "state IN ('OPEN', 'PARKED')";

    static final String PARKED = "SELECT * FROM orders WHERE state = 'PARKED' AND " + RUNNING + " ORDER BY seq";
    static final String LATEST_OPEN =
            "SELECT * FROM orders WHERE state = 'OPEN' AND " + RUNNING + " ORDER BY seq DESC LIMIT 1";
    static final String PART_PAID = "SELECT * FROM orders o WHERE " + RUNNING
            + " AND EXISTS (SELECT 1 FROM tenders t WHERE t.order_id = o.id) ORDER BY seq";

    private final Session session;
    private final OrderParts parts;

    OrderTable(Session session) {
        this.session = session;
        this.parts = new OrderParts(session);
    }

    Optional<Order> byId(String id) {
        return session.one("SELECT * FROM orders WHERE id = ?", Head::of, id).map(this::whole);
    }

    Optional<Order> byReference(String reference) {
        return session.one("SELECT * FROM orders WHERE reference = ?", Head::of, reference)
                .map(this::whole);
    }

    Optional<Order> byReceipt(long number) {
        return session.one("SELECT * FROM orders WHERE receipt_number = ?", Head::of, number)
                .map(this::whole);
    }

    List<Order> paid(String text, int limit) {
        String like = text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return whole(session.list("""
                SELECT * FROM orders o WHERE o.state = 'PAID' AND (o.reference LIKE ? ESCAPE '\\' OR EXISTS (
                    SELECT 1 FROM order_lines l WHERE l.order_id = o.id
                        AND (l.name LIKE ? ESCAPE '\\' OR l.sku LIKE ? ESCAPE '\\')))
                ORDER BY o.receipt_number DESC LIMIT ?""", Head::of, like + "%", "%" + like + "%", "%" + like + "%", limit));
    }

    List<Order> sales(SaleFilter filter, int offset, int limit) {
        SaleFinder finder = new SaleFinder(filter);
        return whole(session.list(finder.sql(), Head::of, finder.arguments(offset, limit)));
    }

    /** Set aside, the one opened first in front. */
    List<Order> parked() {
        return whole(session.list(PARKED, Head::of));
    }

    /** Paid or cancelled in this shift. */
    List<Order> ofShift(long seq) {
        return whole(session.list("SELECT * FROM orders WHERE shift = ? ORDER BY seq", Head::of, seq));
    }

    /** Neither paid in full nor cancelled, with something paid. */
    List<Order> partPaid() {
        return whole(session.list(PART_PAID, Head::of));
    }

    Optional<Order> latestOpen() {
        return session.one(LATEST_OPEN, Head::of).map(this::whole);
    }

    List<Order> recent(int limit) {
        return whole(session.list("SELECT * FROM orders ORDER BY seq DESC LIMIT ?", Head::of, limit));
    }

    long count(OrderState state) {
        return session.number("SELECT count(*) AS n FROM orders WHERE state = ?", state);
    }

    Map<TenderType, Money> takings(Currency currency) {
        Map<TenderType, Money> sums = new EnumMap<>(TenderType.class);
        for (TenderType type : TenderType.values()) {
            sums.put(type, new Money(session.number("""
                    SELECT coalesce(sum(t.applied), 0) AS n FROM tenders t JOIN orders o ON o.id = t.order_id
                    WHERE o.state = 'PAID' AND o.currency = ? AND t.type = ?""", currency.getCurrencyCode(), type), currency));
        }
        return sums;
    }

    /** Writes what differs from what is stored: a scan changes a line, and leaves the order's row and its indexes alone. */
    void save(Order order) {
        Order stored = byId(order.id()).orElse(null);
        if (order.equals(stored)) {
            return;
        }
        requireAllowed(stored, order);
        if (stored == null || !Head.of(order).equals(Head.of(stored))) {
            saveHead(order);
        }
        parts.saveLines(order, stored == null ? List.of() : stored.lines());
        parts.addTenders(order, stored == null ? 0 : stored.tenders().size());
    }

    private static void requireAllowed(@Nullable Order stored, Order order) {
        if (stored == null) {
            return;
        }
        if (stored.state() == OrderState.PAID || stored.state() == OrderState.CANCELLED) {
            throw new IllegalStateException(
                    "Order " + stored.reference() + " is " + stored.state() + " and never changes again");
        }
        if (!order.reference().equals(stored.reference())
                || !order.currency().equals(stored.currency())
                || !order.openedAt().equals(stored.openedAt())) {
            throw new IllegalStateException(
                    "Order " + stored.reference() + " keeps its reference, its currency and when it was opened");
        }
        int paid = stored.tenders().size();
        if (order.tenders().size() < paid || !order.tenders().subList(0, paid).equals(stored.tenders())) {
            throw new IllegalStateException("Order " + stored.reference() + " would lose a payment it has");
        }
    }

    private void saveHead(Order order) {
        StoredDiscount discount = StoredDiscount.of(order.discount(), order.currency());
        session.change(
                """
                INSERT INTO orders (id, reference, state, currency, discount_kind, discount_label, discount_value,
                    operator, opened_at, parked_as, receipt_number, closed_at, note, exemption, seq)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(seq), 0) + 1 FROM orders))
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, discount_kind = excluded.discount_kind,
                    discount_label = excluded.discount_label, discount_value = excluded.discount_value,
                    operator = excluded.operator, parked_as = excluded.parked_as,
                    receipt_number = excluded.receipt_number, closed_at = excluded.closed_at, note = excluded.note,
                    exemption = excluded.exemption""",
                order.id(),
                order.reference(),
                order.state(),
                order.currency().getCurrencyCode(),
                discount.kind(),
                discount.label(),
                discount.value(),
                order.operator(),
                order.openedAt(),
                order.parkedAs(),
                order.receiptNumber(),
                order.closedAt(),
                order.note(),
                order.exemption());
    }

    private List<Order> whole(List<Head> heads) {
        return heads.stream().map(this::whole).toList();
    }

    private Order whole(Head head) {
        return new Order(
                head.id,
                head.reference,
                head.state,
                head.currency,
                parts.lines(head.id, head.currency),
                head.discount,
                parts.tenders(head.id, head.currency),
                head.operator,
                head.openedAt,
                head.parkedAs,
                head.receiptNumber,
                head.closedAt,
                head.note,
                head.exemption);
    }

    /** A row of {@code orders}, without what hangs on it. */
    private record Head(
            String id,
            String reference,
            OrderState state,
            Currency currency,
            @Nullable Discount discount,
            String operator,
            Instant openedAt,
            @Nullable String parkedAs,
            @Nullable Long receiptNumber,
            @Nullable Instant closedAt,
            @Nullable String note,
            @Nullable String exemption) {

        static Head of(Order order) {
            return new Head(
                    order.id(),
                    order.reference(),
                    order.state(),
                    order.currency(),
                    order.discount(),
                    order.operator(),
                    order.openedAt(),
                    order.parkedAs(),
                    order.receiptNumber(),
                    order.closedAt(),
                    order.note(),
                    order.exemption());
        }

        static Head of(Row row) throws SQLException {
            Currency currency = row.currency("currency");
            return new Head(
                    row.text("id"),
                    row.text("reference"),
                    row.constant("state", OrderState.class),
                    currency,
                    StoredDiscount.read(row, currency),
                    row.text("operator"),
                    row.instant("opened_at"),
                    row.textOrNull("parked_as"),
                    row.numberOrNull("receipt_number"),
                    row.instantOrNull("closed_at"),
                    row.textOrNull("note"),
                    row.textOrNull("exemption"));
        }
    }
}
